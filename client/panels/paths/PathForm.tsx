import { Button } from '@mantine/core';
import { IconArrowsUpDown, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { text } from '../text.ts';
import { type DraftQuestion, MOST_STOPS } from './draft-question.ts';
import { NodeField } from './NodeField.tsx';
import { PathOptions } from './PathOptions.tsx';
import styles from './paths.module.css';
import { askDraft, cancelAsking, usePaths } from './paths-store.ts';

/** The path question: its ends, the stops on the way, and the options. */
export function PathForm() {
  const draft = usePaths((state) => state.draft);
  const change = usePaths((state) => state.change);
  const outcome = usePaths((state) => state.outcome);
  const [complaint, setComplaint] = useState<string | null>(null);
  const asking = outcome.state === 'asking';
  const fields = outcome.state === 'failed' ? outcome.fields : [];
  const errorOf = (name: string) => fields.find((each) => each.field === name)?.problem;

  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const wrong = complaintAbout(draft);
    setComplaint(wrong);
    if (!wrong) void askDraft();
  };

  return (
    <form className={styles.form} onSubmit={submit} aria-label={text.paths.heading}>
      <div className={styles.fields}>
        <NodeField
          label={text.paths.from}
          value={draft.from}
          onChange={(from) => change({ from })}
          error={errorOf('from')}
          className={styles.field}
        />
        {draft.via.map((stop, index) => (
          <NodeField
            // biome-ignore lint/suspicious/noArrayIndexKey: a stop is its place on the way
            key={index}
            label={text.paths.via(index + 1, draft.via.length)}
            value={stop}
            error={errorOf(`via.${index}`)}
            onChange={(next) => change({ via: draft.via.with(index, next) })}
            onRemove={() => change({ via: draft.via.toSpliced(index, 1) })}
            removeWords={text.paths.removeVia(index + 1)}
            className={styles.field}
          />
        ))}
        <NodeField
          label={text.paths.to}
          value={draft.to}
          onChange={(to) => change({ to })}
          error={errorOf('to')}
          className={styles.field}
        />
      </div>
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
      <PathOptions draft={draft} change={change} />
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
