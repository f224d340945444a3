import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { healthQuery } from '../../api/queries.ts';
import { exceedsBudget } from '../../workspace/draw-budget.ts';
import { text } from '../text.ts';
import { useDrawChoices } from './draw-choice.ts';

/** Opens the choice of how much is drawn; only where the graph is large enough for one. */
export function BudgetButton() {
  const health = useQuery(healthQuery).data;
  const size = { nodes: health?.nodeCount ?? 0, relationships: health?.relationshipCount ?? 0 };
  if (!exceedsBudget(size)) return null;
  return (
    <Button variant="default" justify="flex-start" onClick={() => useDrawChoices.getState().setAsking(true)}>
      {text.budget.change}
    </Button>
  );
}
