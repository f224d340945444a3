import { operations } from '../contract/operations.ts';

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A plain page that lists the operations of the HTTP interface for people. */
export function docsPage(): string {
  const rows = Object.values(operations)
    .map(
      ({ method, path, summary }) =>
        `<tr><th scope="row"><code>${method.toUpperCase()} ${escapeHtml(path)}</code></th><td>${escapeHtml(summary)}</td></tr>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Throughline: the HTTP interface</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
  th { text-align: left; vertical-align: top; padding: .4rem 1.5rem .4rem 0; font-weight: normal; overflow-wrap: anywhere; }
  td { padding: .4rem 0; }
</style>
</head>
<body>
<h1>The HTTP interface</h1>
<p>Every answer is JSON, every failure is <code>application/problem+json</code>. The exact shapes are in
<a href="/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<table>
${rows}
</table>
</body>
</html>
`;
}
