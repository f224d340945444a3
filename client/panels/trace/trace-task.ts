import { create } from 'zustand';

export const TRACE_TASKS = ['path', 'connect', 'compare', 'around'] as const;
export type TraceTask = (typeof TRACE_TASKS)[number];

/** Which question of the Trace panel is in front. */
export const useTraceTask = create<{ task: TraceTask }>()(() => ({ task: 'path' }));

export function showTask(task: TraceTask): void {
  useTraceTask.setState({ task });
}

export function isTraceTask(name: string | null): name is TraceTask {
  return TRACE_TASKS.some((task) => task === name);
}
