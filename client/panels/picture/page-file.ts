import type { PageData } from '../../offline/page-data.ts';

/** `script` stands in the page as it is; what would end it there is written so that it does not. */
function insideScript(script: string): string {
  return script.replace(/<(?=\/script|!--)/gi, '\\x3c');
}

/** JSON that may stand inside any element: no `<`, and no line ends that are none in JSON. */
export function insideElement(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** How the page may run its one script: by its hash, or where the browser computes none, any inline one. */
async function scriptSource(script: string): Promise<string> {
  // Only pages of this machine and those over HTTPS have it.
  if (!globalThis.crypto?.subtle) return "'unsafe-inline'";
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(script));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}

/** A whole page with its script and data in it; it loads nothing, and is forbidden to. */
export async function pageFile(data: PageData, viewer: string): Promise<string> {
  const script = insideScript(viewer);
  const policy = `default-src 'none'; script-src ${await scriptSource(script)}; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Throughline">
<title>${escaped(data.title)}</title>
</head>
<body>
<script type="application/json" id="data">${insideElement(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
