import { Button } from '@mantine/core';
import { IconCheck, IconCircleDotted, IconFocus2, IconPlus } from '@tabler/icons-react';
import type { ExportRequest } from '../../../server/contract/exports.ts';
import { workspace } from '../../workspace/workspace.ts';
import { lackingIn } from '../../workspace/workspace-content.ts';
import { lookAt } from '../acts/view-trail.ts';
import { ExportPart } from '../export/ExportPart.tsx';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import { type AnswerPart, keepOnlyPart, keepPart } from './answer-part.ts';
import styles from './paths.module.css';

interface Props {
  part: AnswerPart;
  group: string;
  /** What a report of it tells. */
  report: Pick<ExportRequest, 'question' | 'searched' | 'paths'>;
}

/** What can be done with an answer: keep it on the canvas, keep only it, look at it, take it away as a file. */
export function AnswerActs({ part, group, report }: Props) {
  const passing = useWorkspace(({ history }) => history.past.at(-1)?.group === group);
  const adds = useWorkspace(({ history }) => passing && bringsSomething(part, history.past.at(-1)?.group));
  return (
    <div className={styles.acts}>
      <Button
        variant="default"
        leftSection={adds ? <IconPlus size={14} /> : <IconCheck size={14} />}
        disabled={!adds}
        onClick={() => keepPart(part, group)}
      >
        {adds ? text.answer.add : text.answer.added}
      </Button>
      <Button
        variant="default"
        leftSection={<IconCircleDotted size={14} />}
        onClick={() => keepOnlyPart(part)}
      >
        {text.answer.keepOnly}
      </Button>
      <Button variant="default" leftSection={<IconFocus2 size={14} />} onClick={() => lookAt(part.nodeIds)}>
        {text.answer.show}
      </Button>
      <ExportPart part={part} report={report} />
    </div>
  );
}

/** Whether the newest step put some of the part on the canvas that was not there, or was put aside. */
function bringsSomething({ graph }: AnswerPart, group: string | undefined): boolean {
  if (group === undefined) return false;
  const { nodes, relationships } = lackingIn(workspace.getState().contentBefore(group), graph);
  return nodes.length + relationships.length > 0;
}
