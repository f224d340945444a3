import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { documentsQuery } from '../../api/queries.ts';
import { withContrast } from '../../look/palette.ts';
import { workspace } from '../../workspace/workspace.ts';
import { queryClient } from '../connection/query-client.ts';
import { useSaving } from '../export/use-saving.ts';
import { useMoreContrast, useScheme } from '../marks/use-scheme.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import styles from './picture.module.css';
import { closePictureDialog } from './picture-store.ts';
import { savePage } from './save-page.ts';
import { type PictureFormat, savePicture } from './save-picture.ts';

type Format = PictureFormat | 'html';
const words = text.picture;

/** Saves what is drawn as an image, or as a page that can be explored without a server. */
export default function PictureDialog() {
  const [format, setFormat] = useState<Format>('png');
  const [extent, setExtent] = useState<'view' | 'whole'>('view');
  const [scale, setScale] = useState<1 | 2 | 3 | 4>(2);
  const [title, setTitle] = useState(titleOfNow);
  const isDark = useScheme().startsWith('dark');
  const [ground, setGround] = useState<'light' | 'dark'>(isDark ? 'dark' : 'light');
  const moreContrast = useMoreContrast();
  const { busy, save } = useSaving();
  const notice = useScreen((screen) => screen.notice);
  const submit = async () => {
    const scheme = moreContrast ? withContrast(ground) : ground;
    const named = title.trim();
    await save(() =>
      format === 'html' ? savePage(named) : savePicture({ format, extent, scale, scheme, title: named }),
    );
    if (useScreen.getState().notice === null) closePictureDialog();
  };
  return (
    <Modal
      opened
      onClose={closePictureDialog}
      title={words.heading}
      size={480}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void submit();
        }}
      >
        <Choice<Format> label={words.format} value={format} onChange={setFormat} options={words.formats} />
        <p className={styles.about}>{words.uses[format]}</p>
        {format !== 'html' && (
          <Choice<'view' | 'whole'>
            label={words.extent}
            value={extent}
            onChange={setExtent}
            options={words.extents}
          />
        )}
        {format === 'png' && (
          <Choice<'1' | '2' | '3' | '4'>
            label={words.scale}
            value={`${scale}`}
            onChange={(value) => setScale(value === '1' ? 1 : value === '3' ? 3 : value === '4' ? 4 : 2)}
            options={{ 1: '1×', 2: '2×', 3: '3×', 4: '4×' }}
          />
        )}
        {format !== 'html' && (
          <Choice<'light' | 'dark'>
            label={words.ground}
            value={ground}
            onChange={setGround}
            options={words.grounds}
          />
        )}
        <TextInput
          label={words.title}
          value={title}
          maxLength={200}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <div className={styles.acts}>
          <p role="status" className={styles.trouble}>
            {notice}
          </p>
          <Button variant="default" onClick={closePictureDialog}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={busy}>
            {words.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function Choice<Value extends string>({
  label,
  value,
  onChange,
  options,
}: {
  label: string;
  value: Value;
  onChange(value: Value): void;
  options: Readonly<Record<Value, string>>;
}) {
  const entries = Object.entries<string>(options);
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.label}>{label}</legend>
      <SegmentedControl
        fullWidth
        aria-label={label}
        value={value}
        onChange={(chosen) => {
          const found = (Object.keys(options) as Value[]).find((each) => each === chosen);
          if (found !== undefined) onChange(found);
        }}
        data={entries.map(([each, name]) => ({ value: each, label: name }))}
      />
    </fieldset>
  );
}

function titleOfNow(): string {
  const { path } = workspace.getState().content;
  return path?.title ?? queryClient.getQueryData(documentsQuery.queryKey)?.documents[0]?.title ?? '';
}
