import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { text } from '../text.ts';
import { type ExportedPart, openExport } from './export-store.ts';

interface Props {
  part: Pick<ExportedPart, 'graph' | 'title'>;
  report: ExportedPart['report'];
}

/** Takes one answer away as a file. */
export function ExportPart({ part: { graph, title }, report }: Props) {
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={14} />}
      onClick={() => openExport({ graph, title, report })}
    >
      {text.answer.export}
    </Button>
  );
}
