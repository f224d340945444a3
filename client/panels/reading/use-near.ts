import { type RefObject, useEffect, useState } from 'react';

/** Passages drawn with their marks before anybody knows what is in view. */
const AT_FIRST = 6;

/**
 * Ids of the passages within a screen's height of what is in view, among the elements with `data-passage` below
 * the scroller.
 */
export function useNear(
  scroller: RefObject<HTMLElement | null>,
  ids: readonly string[],
): ReadonlySet<string> {
  const [near, setNear] = useState<ReadonlySet<string>>(() => new Set(ids.slice(0, AT_FIRST)));
  useEffect(() => {
    const root = scroller.current;
    if (!root) return;
    const seen = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const id = target instanceof HTMLElement ? target.dataset.passage : undefined;
          if (id === undefined) continue;
          if (isIntersecting) seen.add(id);
          else seen.delete(id);
        }
        setNear(new Set(seen));
      },
      { root, rootMargin: '100% 0px' },
    );
    const wanted = new Set(ids);
    for (const element of root.querySelectorAll<HTMLElement>('[data-passage]')) {
      if (wanted.has(element.dataset.passage ?? '')) observer.observe(element);
    }
    return () => observer.disconnect();
  }, [scroller, ids]);
  return near;
}
