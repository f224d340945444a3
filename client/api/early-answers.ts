interface Early {
  answer: Promise<Response>;
  controller: AbortController;
}

const early = new Map<string, Early>();

/** Asks for what is sure to be asked for soon. Resolves to a copy of the answer, or to null where there is none. */
export async function askEarly(address: string): Promise<Response | null> {
  const controller = new AbortController();
  const { signal } = controller;
  const answer = fetch(address, { headers: { accept: 'application/json, */*' }, signal });
  early.set(address, { answer, controller });
  return answer.then(
    (response) => response.clone(),
    () => null,
  );
}

/** The answer to what was asked early, once; from here on `signal` ends it. */
export function takeEarly(address: string, signal?: AbortSignal): Promise<Response> | undefined {
  const taken = early.get(address);
  if (!taken || signal?.aborted) return undefined;
  early.delete(address);
  signal?.addEventListener('abort', () => taken.controller.abort(signal.reason));
  return taken.answer;
}
