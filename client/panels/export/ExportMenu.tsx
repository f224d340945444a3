import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { openPictureDialog } from '../picture/picture-store.ts';
import { text } from '../text.ts';
import { openExport } from './export-store.ts';

/** Takes the graph or its drawing away as a file. */
export function ExportMenu({ compact }: { compact: boolean }) {
  return (
    <Menu position="bottom-end" shadow="md" width={220}>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          px={compact ? 8 : 12}
          aria-label={text.export.button}
          leftSection={compact ? null : <IconDownload size={16} />}
        >
          {compact ? <IconDownload size={16} aria-hidden /> : text.export.button}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => openExport()}>{text.export.file}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={openPictureDialog}>{text.export.image}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
