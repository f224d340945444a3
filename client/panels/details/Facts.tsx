import type { Properties } from '../../../server/contract/graph.ts';
import { plainType } from '../../look/words.ts';
import { text } from '../text.ts';
import styles from './details.module.css';
import { plainValue } from './plain-value.ts';

/** The properties that are not told in some better way above them. */
export function Facts({ properties, told }: { properties: Properties; told: ReadonlySet<string> }) {
  const rest = Object.entries(properties)
    .filter(([name]) => !told.has(name))
    .map(([name, value]) => [name, plainValue(value)] as const)
    .filter(([, value]) => value !== '');
  if (rest.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionHead}>{text.details.properties}</h3>
      <dl className={styles.facts}>
        {rest.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{plainType(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
