import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { text } from '../text.ts';
import styles from './views.module.css';

interface Props {
  name: string;
  note: string;
  /** What the button says. */
  done: string;
  onDone(name: string, note: string): void;
  onCancel(): void;
}

/** Name and note of a view. */
export function ViewForm({ name: firstName, note: firstNote, done, onDone, onCancel }: Props) {
  const [name, setName] = useState(firstName);
  const [note, setNote] = useState(firstNote);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onDone(name.trim() || text.views.untitled, note.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onCancel();
      }}
    >
      <TextInput
        label={text.views.name}
        value={name}
        maxLength={200}
        data-autofocus
        ref={focusOnce}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label={text.views.noteLabel}
        value={note}
        maxLength={10_000}
        autosize
        minRows={2}
        maxRows={10}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={styles.formActs}>
        <Button type="submit" size="compact-sm">
          {done}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          {text.views.cancel}
        </Button>
      </div>
    </form>
  );
}

function focusOnce(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}
