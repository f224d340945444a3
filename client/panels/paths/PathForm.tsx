import { Button } from '@mantine/core';
import { IconArrowsUpDown, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { text } from '../text.ts';
import { type DraftQuestion, MOST_STOPS } from './draft-question.ts';
import { PathOptions } from './PathOptions.tsx';
import styles from './paths.module.css';
import { askDraft, cancelAsking, usePaths } from './paths-store.ts';
import { WayFields } from './WayFields.tsx';

/** The path question: its ends, the stops on the way, and the options. */
export function PathForm() {
  const draft = usePaths((state) => state.draft);
  const change = usePaths((state) => state.change);
  const outcome = usePaths((state) => state.outcome);
  const [complaint, setComplaint] = useState<string | null>(null);
  const asking = outcome.state === 'asking';
  const fields = outcome.state === 'failed' ? outcome.fields : [];
  const errorOf = (name: string) =>
    fields.find(({ field }) => field === name || field.startsWith(`${name}.`))?.problem;

  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Words that were typed and nothing chosen for them: left out without a word, the answer would be to another question.
    const unchosen = event.currentTarget.querySelector<HTMLInputElement>('input[data-unchosen]');
    const wrong = unchosen
      ? text.paths.notChosen(unchosen.dataset.unchosen ?? '', unchosen.value.trim())
      : complaintAbout(draft);
    setComplaint(wrong);
    unchosen?.focus();
    if (!wrong) void askDraft();
  };

  return (
    <form className={styles.form} onSubmit={submit} aria-label={text.paths.heading}>
      <WayFields draft={draft} change={change} errorOf={errorOf} />
      <div className={styles.way}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          disabled={draft.via.length >= MOST_STOPS}
          onClick={() => change({ via: [...draft.via, null] })}
        >
          {text.paths.addVia}
        </Button>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconArrowsUpDown size={14} />}
          aria-label={text.paths.swap}
          onClick={() => change({ from: draft.to, to: draft.from, via: draft.via.toReversed() })}
        >
          {text.paths.swapShort}
        </Button>
      </div>
      <PathOptions draft={draft} change={change} errorOf={errorOf} />
      <div className={styles.ask}>
        <Button type="submit" size="sm" fullWidth>
          {asking ? text.paths.asking : text.paths.ask}
        </Button>
        {asking && (
          <Button size="sm" variant="default" onClick={cancelAsking}>
            {text.paths.cancel}
          </Button>
        )}
      </div>
      {complaint && (
        <p role="alert" className={styles.complaint}>
          {complaint}
        </p>
      )}
    </form>
  );
}

function complaintAbout(draft: DraftQuestion): string | null {
  if (!draft.from || !draft.to) return text.paths.needEnds;
  if (draft.statuses.length === 0) return text.paths.needStatus;
  return null;
}
