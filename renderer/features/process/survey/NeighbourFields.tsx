import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { TextInput } from '../../../ui/TextInput.tsx';
import type { Neighbour } from './survey-draft.ts';
import type { SurveyPart } from './survey-part.ts';

/** 邻里访问表: what each neighbour says; who does not want to be named is left without a name. */
export function NeighbourFields({ draft: { neighbours }, onChange }: SurveyPart) {
  const set = (at: number, part: Partial<Neighbour>): void =>
    onChange({ neighbours: neighbours.map((one, i) => (i === at ? { ...one, ...part } : one)) });
  return (
    <>
      {neighbours.map(({ name, relation, said }, at) => (
        <Box
          key={at}
          role="group"
          aria-label={`邻居 ${at + 1}`}
          sx={{ display: 'grid', gridTemplateColumns: '12rem 12rem 1fr', gap: 2, alignItems: 'start' }}
        >
          <TextInput
            label={`邻居 ${at + 1} 姓名`}
            hint="不愿说可以不写"
            value={name}
            onChange={(text) => set(at, { name: text })}
            maxLength={60}
          />
          <TextInput
            label={`邻居 ${at + 1} 是什么关系`}
            hint="例如 隔壁邻居"
            value={relation}
            onChange={(text) => set(at, { relation: text })}
            maxLength={30}
          />
          <TextInput
            label={`邻居 ${at + 1} 怎么说`}
            value={said}
            onChange={(text) => set(at, { said: text })}
            maxLength={1000}
            multiline
          />
        </Box>
      ))}
      {neighbours.length < 10 && (
        <Box>
          <Button
            onClick={() => onChange({ neighbours: [...neighbours, { name: '', relation: '', said: '' }] })}
          >
            再加一位邻居
          </Button>
        </Box>
      )}
    </>
  );
}
