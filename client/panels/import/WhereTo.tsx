import { Button, PasswordInput, Radio, TextInput } from '@mantine/core';
import { text } from '../text.ts';
import styles from './import.module.css';
import { useImport } from './import-store.ts';

export interface Target {
  into: 'workspace' | 'database';
  dataset: string;
}

interface Props {
  target: Target;
  onChange(target: Target): void;
  canDraw: boolean;
  canLoad: boolean;
  onGo(): void;
}

/** Where a file goes: only onto the canvas, or into the database, for which the write token is asked. */
export function WhereTo({ target, onChange, canDraw, canLoad, onGo }: Props) {
  const token = useImport((state) => state.token);
  const isDatabase = target.into === 'database';
  const isReady = isDatabase ? token !== '' && target.dataset.trim() !== '' : canDraw;
  return (
    <form
      className={styles.where}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onGo();
      }}
    >
      <Radio.Group
        label={text.import.where}
        value={target.into}
        onChange={(into) => onChange({ ...target, into: into === 'database' ? 'database' : 'workspace' })}
      >
        <div className={styles.targets}>
          <Radio
            value="workspace"
            color="var(--accent)"
            label={text.import.canvas}
            description={canDraw ? text.import.canvasMeans : text.import.tooManyToDraw}
            disabled={!canDraw}
          />
          <Radio
            value="database"
            color="var(--accent)"
            label={text.import.database}
            description={canLoad ? text.import.databaseMeans : text.import.readOnly}
            disabled={!canLoad}
          />
        </div>
      </Radio.Group>
      {isDatabase && (
        <div className={styles.fields}>
          <TextInput
            label={text.import.dataset}
            description={text.import.datasetMeans}
            value={target.dataset}
            maxLength={100}
            onChange={(event) => onChange({ ...target, dataset: event.currentTarget.value })}
          />
          <PasswordInput
            label={text.import.token}
            description={text.import.tokenMeans}
            value={token}
            autoComplete="off"
            onChange={(event) => useImport.setState({ token: event.currentTarget.value })}
          />
        </div>
      )}
      <div>
        <Button type="submit" disabled={!isReady}>
          {isDatabase ? text.import.load : text.import.put}
        </Button>
      </div>
    </form>
  );
}
