import type { Span } from './find-words.ts';

/** The words of one passage that the user has selected with the pointer or the keyboard; null where none are. */
export function selectedWords(scroller: HTMLElement): Span | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!scroller.contains(range.commonAncestorContainer)) return null;
  const from = offsetOf(range.startContainer, range.startOffset);
  const to = offsetOf(range.endContainer, range.endOffset);
  if (!from || !to || from.passageId !== to.passageId || from.offset >= to.offset) return null;
  return { passageId: from.passageId, start: from.offset, end: to.offset };
}

function offsetOf(node: Node, offset: number): { passageId: string; offset: number } | null {
  const element = node instanceof HTMLElement ? node : node.parentElement;
  const passageId = element?.closest<HTMLElement>('[data-passage]')?.dataset.passage;
  const start = element?.closest<HTMLElement>('[data-start]')?.dataset.start;
  if (passageId === undefined || start === undefined) return null;
  return { passageId, offset: Number(start) + (node.nodeType === Node.TEXT_NODE ? offset : 0) };
}
