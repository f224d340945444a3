import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { EXPORT_FORMATS } from '../../../server/contract/exports.ts';
import { plainDetail } from '../../api/api-problem.ts';
import { useScheme } from '../marks/use-scheme.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { exportGraph, exportImage } from './export-view.ts';

/** Takes what is on screen away as a file. */
export function ExportMenu({ compact }: { compact: boolean }) {
  const [busy, setBusy] = useState(false);
  const scheme = useScheme();
  const say = useScreen((screen) => screen.say);
  const announce = useScreen((screen) => screen.announce);

  const save = async (make: () => Promise<string>) => {
    setBusy(true);
    say(null);
    try {
      announce(text.export.saved(await make()));
    } catch (error) {
      say(text.export.failed(plainDetail(error)));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Menu position="bottom-end" shadow="md" width={270}>
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
        <Menu.Label>{text.export.onScreen}</Menu.Label>
        {EXPORT_FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => save(() => exportGraph(format))}>
            {text.export.formats[format]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => save(() => exportImage(2, scheme))}>{text.export.formats.png2}</Menu.Item>
        <Menu.Item onClick={() => save(() => exportImage(4, scheme))}>{text.export.formats.png4}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
