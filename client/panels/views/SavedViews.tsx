import { Button, FileButton } from '@mantine/core';
import { useEffect } from 'react';
import { workspace } from '../../workspace/workspace.ts';
import { attempt } from '../acts/attempt.ts';
import { collectView } from '../keep/collect-view.ts';
import { followOtherTabs, saveNamed, undelete, useNamedViews } from '../keep/named-views.ts';
import { openViewFile, saveViewFile } from '../keep/view-files.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { SavedView } from './SavedView.tsx';
import { useSavingView } from './saving-view.ts';
import { ViewForm } from './ViewForm.tsx';
import styles from './views.module.css';

/** Views with a name and a note, kept in this browser; and views as files. */
export function SavedViews() {
  const { views, unread, deleted } = useNamedViews();
  const saving = useSavingView((state) => state.saving);
  const setSaving = (open: boolean) => useSavingView.setState({ saving: open });
  const announce = useScreen((screen) => screen.announce);
  useEffect(followOtherTabs, []);
  return (
    <section className={styles.section}>
      <h3 className={styles.head}>{text.views.saved}</h3>
      {saving ? (
        <ViewForm
          name={nameOfNow()}
          note=""
          done={text.views.save}
          onCancel={() => setSaving(false)}
          onDone={async (name, note) => {
            const saved = await attempt(async () => saveNamed(name, note));
            if (!saved) return;
            setSaving(false);
            announce(text.views.isSaved(name));
          }}
        />
      ) : (
        <Button variant="default" justify="flex-start" onClick={() => setSaving(true)}>
          {text.views.saveThis}
        </Button>
      )}
      {views.length === 0 && !saving && <p className={styles.note}>{text.views.noneSaved}</p>}
      <ul className={styles.views}>
        {views.map((named) => (
          <SavedView key={named.key} named={named} />
        ))}
      </ul>
      {unread > 0 && <p className={styles.note}>{text.views.unread(unread)}</p>}
      {deleted && (
        <p className={styles.deleted} role="status">
          {text.views.deleted(deleted.view.data.name)}
          <Button size="compact-sm" variant="default" onClick={() => void attempt(async () => undelete())}>
            {text.views.undelete}
          </Button>
        </p>
      )}
      <div className={styles.files}>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() =>
            announce(text.export.saved(saveViewFile(collectView('keep', { name: nameOfNow() }))))
          }
        >
          {text.views.saveFile}
        </Button>
        <FileButton
          accept="application/json,.json"
          onChange={(file) => file && void attempt(() => openViewFile(file))}
        >
          {(props) => (
            <Button size="compact-sm" variant="subtle" {...props}>
              {text.views.openFile}
            </Button>
          )}
        </FileButton>
      </div>
    </section>
  );
}

/** A first guess at a name for what is on screen. */
function nameOfNow(): string {
  return workspace.getState().content.path?.title ?? text.views.untitled;
}
