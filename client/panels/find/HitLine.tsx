import { IconArrowRight } from '@tabler/icons-react';
import type { SearchHit } from '../../../server/contract/search.ts';
import { plainType } from '../../look/words.ts';
import { kindOfNode } from '../../workspace/kind-of-node.ts';
import { sentenceOf } from '../../workspace/sentence-of.ts';
import { KindIcon } from '../marks/KindIcon.tsx';
import { LinkIcon } from '../marks/LinkIcon.tsx';
import { plainKind } from '../marks/plain-kind.ts';
import { text } from '../text.ts';
import styles from './find.module.css';

/** One find: what it is, and the words that matched where they are not its name. */
export function HitLine({ hit }: { hit: SearchHit }) {
  if ('node' in hit) {
    const kind = kindOfNode(hit.node);
    const isName = hit.snippet === hit.node.caption;
    return (
      <span className={styles.hit}>
        <KindIcon label={kind} />
        <span className={styles.hitWords}>
          <span className={styles.hitName}>{hit.node.caption}</span>
          <span className={styles.hitNote}>
            {plainKind(kind)}
            {!isName && hit.snippet !== '' && `, ${text.find.matched(plainType(hit.field))}: ${hit.snippet}`}
          </span>
        </span>
      </span>
    );
  }
  return (
    <span className={styles.hit}>
      <LinkIcon />
      <span className={styles.hitWords}>
        <span className={styles.hitSentence}>
          {sentenceOf(hit.relationship, hit.source.caption, hit.target.caption, plainType)}
        </span>
        <span className={styles.hitNote}>
          {hit.source.caption} <IconArrowRight size={12} aria-hidden className={styles.hitArrow} />{' '}
          {hit.target.caption}
        </span>
      </span>
    </span>
  );
}

export function keyOfHit(hit: SearchHit): string {
  return 'node' in hit ? `node ${hit.node.id}` : `relationship ${hit.relationship.id}`;
}
