import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { healthQuery } from '../../api/queries.ts';
import { attempt } from '../acts/attempt.ts';
import { startAnew } from '../acts/first-graph.ts';
import { text } from '../text.ts';
import { AskBudget } from './AskBudget.tsx';
import { useMore } from './ask-more.ts';
import styles from './budget.module.css';
import { useDrawChoices } from './draw-choice.ts';

/** Asks before more is drawn than is drawn well, and how much of the graph the page begins with. */
export function BudgetDialogs() {
  return (
    <>
      <MoreDialog />
      <ChoiceDialog />
    </>
  );
}

function MoreDialog() {
  const question = useMore((state) => state.question);
  if (!question) return null;
  const { newcomers, total, best, answer } = question;
  return (
    <Modal
      opened
      onClose={() => answer(null)}
      title={text.budget.more}
      centered
      closeButtonProps={{ 'aria-label': text.budget.close }}
    >
      <p>
        {text.budget.adds(newcomers, total)} {text.budget.why}
      </p>
      <div className={styles.more}>
        {best > 0 && (
          <Button data-autofocus onClick={() => answer('best')}>
            {text.budget.addBest(best)}
          </Button>
        )}
        <Button variant="default" onClick={() => answer('all')}>
          {text.budget.addAll(newcomers)}
        </Button>
        <Button variant="default" onClick={() => answer(null)}>
          {text.budget.cancel}
        </Button>
      </div>
    </Modal>
  );
}

function ChoiceDialog() {
  const asking = useDrawChoices((state) => state.asking);
  const { remember, setAsking } = useDrawChoices.getState();
  const health = useQuery(healthQuery).data;
  if (!asking || health?.nodeCount == null || health.relationshipCount == null) return null;
  const size = { nodes: health.nodeCount, relationships: health.relationshipCount };
  return (
    <Modal
      opened
      onClose={() => setAsking(false)}
      title={text.budget.heading}
      closeButtonProps={{ 'aria-label': text.budget.close }}
      size="lg"
    >
      <div className={styles.dialog}>
        <AskBudget
          isTitled
          size={size}
          onChoose={(choice) => {
            remember(health.address ?? '', choice, size.nodes);
            void attempt(startAnew);
          }}
        />
      </div>
    </Modal>
  );
}
