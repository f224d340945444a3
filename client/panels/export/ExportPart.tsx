import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { EXPORT_FORMATS, type ExportRequest } from '../../../server/contract/exports.ts';
import type { Graph } from '../../../server/contract/graph.ts';
import { text } from '../text.ts';
import { exportPart } from './export-view.ts';
import { useSaving } from './use-saving.ts';

interface Props {
  part: { graph: Graph; title: string };
  report: Pick<ExportRequest, 'question' | 'searched' | 'paths'>;
}

/** Takes one answer away as a file. */
export function ExportPart({ part, report }: Props) {
  const { busy, save } = useSaving();
  return (
    <Menu position="bottom-start" shadow="md" width={270}>
      <Menu.Target>
        <Button variant="default" loading={busy} leftSection={<IconDownload size={14} />}>
          {text.answer.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{text.answer.exportPart}</Menu.Label>
        {EXPORT_FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => save(() => exportPart(format, part, report))}>
            {text.export.formats[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
