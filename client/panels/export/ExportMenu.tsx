import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useScheme } from '../marks/use-scheme.ts';
import { text } from '../text.ts';
import { exportImage } from './export-image.ts';
import { openExport } from './export-store.ts';
import { useSaving } from './use-saving.ts';

/** Takes the graph or its drawing away as a file. */
export function ExportMenu({ compact }: { compact: boolean }) {
  const { busy, save } = useSaving();
  const scheme = useScheme();

  return (
    <Menu position="bottom-end" shadow="md" width={220}>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          px={compact ? 8 : 12}
          loading={busy}
          aria-label={text.export.button}
          leftSection={compact ? null : <IconDownload size={16} />}
        >
          {compact ? <IconDownload size={16} aria-hidden /> : text.export.button}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => openExport()}>{text.export.file}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => save(() => exportImage(2, scheme))}>{text.export.formats.png2}</Menu.Item>
        <Menu.Item onClick={() => save(() => exportImage(4, scheme))}>{text.export.formats.png4}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
