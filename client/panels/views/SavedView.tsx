import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { formatDate } from '../../look/words.ts';
import { attempt } from '../acts/attempt.ts';
import { deleteNamed, describeNamed, type NamedView } from '../keep/named-views.ts';
import { openAsStep } from '../keep/open-view.ts';
import { saveViewFile } from '../keep/view-files.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { ViewForm } from './ViewForm.tsx';
import styles from './views.module.css';

/** One saved view: opens it, and all that can be done with it. */
export function SavedView({ named }: { named: NamedView }) {
  const [editing, setEditing] = useState(false);
  const announce = useScreen((screen) => screen.announce);
  const { name, note, savedAt, nodes, relationships } = named.view.data;
  if (editing) {
    return (
      <li>
        <ViewForm
          name={name}
          note={note}
          done={text.views.keepChanges}
          onCancel={() => setEditing(false)}
          onDone={async (newName, newNote) => {
            if (await attempt(async () => describeNamed(named, newName, newNote))) setEditing(false);
          }}
        />
      </li>
    );
  }
  return (
    <li className={styles.view}>
      <button
        type="button"
        className={styles.open}
        title={text.views.open(name)}
        onClick={async () => {
          if (await attempt(() => openAsStep(named.view))) announce(text.views.opened(name));
        }}
      >
        <span className={styles.viewName}>{name}</span>
        {note !== '' && <span className={styles.viewNote}>{note}</span>}
        <span className={styles.viewFacts}>
          {text.views.facts(formatDate(savedAt), nodes.length, relationships.length)}
        </span>
      </button>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={30} aria-label={text.views.more(name)}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setEditing(true)}>{text.views.edit}</Menu.Item>
          <Menu.Item onClick={() => announce(text.export.saved(saveViewFile(named.view)))}>
            {text.views.saveFile}
          </Menu.Item>
          <Menu.Item onClick={() => deleteNamed(named)}>{text.views.delete}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
