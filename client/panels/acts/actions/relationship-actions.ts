import { IconArrowsSplit2, IconEyeOff, IconFocus2 } from '@tabler/icons-react';
import { workspace } from '../../../workspace/workspace.ts';
import { text } from '../../text.ts';
import type { Action } from '../action.ts';
import { hideRelationship } from '../change-canvas.ts';
import { chooseNodes } from '../choose-nodes.ts';
import { lookAt } from '../view-trail.ts';

const isGathered = ({ relationship }: { relationship: string | null }) =>
  relationship !== null && workspace.getState().content.relationships.has(relationship);

export const relationshipActions: readonly Action[] = [
  {
    id: 'show-link',
    words: text.details.center,
    group: 'links',
    icon: IconFocus2,
    on: 'relationship',
    available: isGathered,
    run: ({ relationship }) => relationship !== null && lookAt([relationship]),
  },
  {
    id: 'choose-ends',
    words: text.actions.chooseEnds,
    group: 'links',
    icon: IconArrowsSplit2,
    on: 'relationship',
    available: isGathered,
    run: ({ relationship }) => {
      const link = workspace.getState().content.relationships.get(relationship ?? '');
      if (link) chooseNodes([link.source, link.target]);
    },
  },
  {
    id: 'hide-link',
    words: text.actions.hideLink,
    keys: ['H', 'Delete'],
    group: 'links',
    icon: IconEyeOff,
    on: 'relationship',
    available: (target) => target.nodes.length === 0 && isGathered(target),
    run: ({ relationship }) => relationship !== null && hideRelationship(relationship),
  },
];
