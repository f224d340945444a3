import { type ComponentType, useEffect, useState } from 'react';

/** Fetches a part of the page whose script comes when it is used; one function for as long as it is the same part. */
export type LoadPart = () => Promise<ComponentType>;

type Loaded = { Part: ComponentType } | 'failed' | null;

/** The part once it is there; null until then. */
export function useLoaded(load: LoadPart): Loaded {
  const [loaded, setLoaded] = useState<Loaded>(null);
  useEffect(() => {
    let isWanted = true;
    setLoaded(null);
    load().then(
      (Part) => isWanted && setLoaded({ Part }),
      () => isWanted && setLoaded('failed'),
    );
    return () => {
      isWanted = false;
    };
  }, [load]);
  return loaded;
}
