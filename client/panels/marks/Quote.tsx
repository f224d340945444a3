import { useQuery } from '@tanstack/react-query';
import type { Evidence } from '../../../server/contract/evidence.ts';
import { documentQuery } from '../../api/queries.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import styles from './marks.module.css';

/** The words of the text, with the way to where they stand. */
export function Quote({ evidence }: { evidence: Evidence }) {
  const { data } = useQuery(documentQuery(evidence.document));
  const read = useScreen((screen) => screen.read);
  const number = data?.passages.find((passage) => passage.id === evidence.passage)?.number;
  const place = number === undefined ? text.details.readOn : text.details.passage(number);
  return (
    <figure className={styles.quote}>
      <blockquote>{evidence.quote}</blockquote>
      <figcaption>
        <button
          type="button"
          className={styles.place}
          aria-label={text.details.openPassage(place)}
          onClick={() =>
            read({
              documentId: evidence.document,
              passageId: evidence.passage,
              start: evidence.start,
              end: evidence.end,
            })
          }
        >
          {place}
        </button>
      </figcaption>
    </figure>
  );
}
