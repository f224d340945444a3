import {
  IconCategory2,
  IconCircleDashed,
  IconGridDots,
  IconHierarchy,
  IconTarget,
  IconTopologyStar,
} from '@tabler/icons-react';
import type { LayoutName } from '../../layout/layout-model.ts';
import type { Action } from '../acts/action.ts';

/** A picture for each layout. */
export const LAYOUT_ICONS: Readonly<Record<LayoutName, NonNullable<Action['icon']>>> = {
  force: IconTopologyStar,
  hierarchical: IconHierarchy,
  radial: IconTarget,
  'by-kind': IconCategory2,
  circular: IconCircleDashed,
  grid: IconGridDots,
};
