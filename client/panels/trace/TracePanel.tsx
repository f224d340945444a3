import { SegmentedControl } from '@mantine/core';
import { ComparePanel } from '../compare/ComparePanel.tsx';
import { ConnectPanel } from '../connect/ConnectPanel.tsx';
import { PathForm } from '../paths/PathForm.tsx';
import { PathResults } from '../paths/PathResults.tsx';
import { AroundPanel } from '../surroundings/AroundPanel.tsx';
import { text } from '../text.ts';
import styles from './trace.module.css';
import { showTask, TRACE_TASKS, type TraceTask, useTraceTask } from './trace-task.ts';

const CONTENTS: Record<TraceTask, () => React.ReactNode> = {
  path: () => (
    <>
      <PathForm />
      <PathResults />
    </>
  ),
  connect: ConnectPanel,
  compare: ComparePanel,
  around: AroundPanel,
};

/** Trace: every question about how things are connected; one in front at a time. */
export function TracePanel() {
  const task = useTraceTask((state) => state.task);
  const Content = CONTENTS[task];
  return (
    <div className={styles.panel}>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={text.trace.tasks}
        value={task}
        data={TRACE_TASKS.map((each) => ({ value: each, label: text.trace[each] }))}
        onChange={(value) => showTask(value as TraceTask)}
      />
      <Content />
    </div>
  );
}
