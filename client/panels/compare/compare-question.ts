import type { PathQuestion } from '../../../server/contract/paths.ts';
import type { NodeName } from '../../workspace/workspace.ts';

/** Two nodes to compare, and which links count. */
export interface CompareQuestion {
  a: NodeName;
  b: NodeName;
  statuses: PathQuestion['statuses'];
}
