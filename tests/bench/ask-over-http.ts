import { Agent, request } from 'node:http';

/** A client that takes next to no time of its own, so that what is timed is the server's. */
export interface HttpClient {
  /** The body of the answer as text. Rejects with it where the server refuses. */
  post(path: string, body: unknown): Promise<string>;
  close(): void;
}

/** Keeps one connection to the server at this address, as a browser does. */
export function openHttpClient(address: string): HttpClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    post: (path, body) =>
      new Promise((resolve, reject) => {
        const text = JSON.stringify(body);
        const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
        const asked = request(`${address}${path}`, { method: 'POST', agent, headers }, (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('error', reject);
          answer.on('end', () => {
            const said = Buffer.concat(parts).toString();
            if (answer.statusCode === 200) resolve(said);
            else reject(new Error(said));
          });
        });
        asked.on('error', reject);
        asked.end(text);
      }),
    close: () => agent.destroy(),
  };
}
