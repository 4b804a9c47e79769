import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { GuideMaterial } from '../../../domain/guide/guide-materials.ts';
import type { Office, ReadBlock } from '../../../domain/guide/read-guide.ts';
import { askAtWindow } from './guide-book.ts';

type BlockOf<T extends ReadBlock['type']> = Extract<ReadBlock, { type: T }>;

export function GuideBlockView({ block }: { block: ReadBlock }) {
  switch (block.type) {
    case 'heading':
      return (
        <Typography variant="h3" component="h3" sx={{ mt: 1 }}>
          {block.text}
        </Typography>
      );
    case 'text':
      return <Typography>{block.text}</Typography>;
    case 'list':
    case 'steps':
      return <Lines items={block.items} ordered={block.type === 'steps'} />;
    case 'law':
      return <Quote {...block} />;
    case 'materials':
      return <Materials {...block} />;
    case 'clocks':
      return <Clocks {...block} />;
    case 'contacts':
      return <Offices offices={[block.hotline, ...block.offices]} />;
    case 'hotline':
      return (
        <Typography>
          {block.hotline.name}：<strong>{block.hotline.phone ?? askAtWindow}</strong>
        </Typography>
      );
  }
}

function Lines({ items, ordered }: { items: readonly string[]; ordered: boolean }) {
  return (
    <Box component={ordered ? 'ol' : 'ul'} sx={{ m: 0, pl: '1.75em', display: 'grid', gap: 0.5 }}>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </Box>
  );
}

function Quote({ label, quote }: BlockOf<'law'>) {
  return (
    <Box
      component="blockquote"
      sx={{ m: 0, pl: 2, py: 0.5, borderLeft: 4, borderColor: 'primary.main', color: 'text.secondary' }}
    >
      <Typography color="inherit">“{quote}”</Typography>
      <Typography color="inherit">——《社会救助法》{label}</Typography>
    </Box>
  );
}

function Materials({ always, sometimes }: BlockOf<'materials'>) {
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Typography sx={{ fontWeight: 600 }}>都要有</Typography>
      <MaterialLines materials={always} />
      <Typography sx={{ fontWeight: 600 }}>有这种情况才要</Typography>
      <MaterialLines materials={sometimes} />
      <Typography color="textSecondary">标着“查得到就不用带”的，窗口能联网核对时不会要。</Typography>
    </Box>
  );
}

function MaterialLines({ materials }: { materials: readonly GuideMaterial[] }) {
  return (
    <Box component="ul" sx={{ m: 0, pl: '1.75em', display: 'grid', gap: 0.5 }}>
      {materials.map(({ slot, title, reason, waivable }) => (
        <li key={`${slot} ${reason}`}>
          {title}：{reason}
          {waivable && (
            <Box component="span" sx={{ color: 'success.main' }}>
              （查得到就不用带）
            </Box>
          )}
        </li>
      ))}
    </Box>
  );
}

function Clocks({ lines, document }: BlockOf<'clocks'>) {
  return (
    <TableContainer tabIndex={0} role="group" aria-label="办理时限">
      <Table size="small">
        <caption>按{document}</caption>
        <TableHead>
          <TableRow>
            <TableCell>步骤</TableCell>
            <TableCell>从哪天数起</TableCell>
            <TableCell>最长</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {lines.map(({ step, from, days }) => (
            <TableRow key={step}>
              <TableCell component="th" scope="row">
                {step}
              </TableCell>
              <TableCell>{from}</TableCell>
              <TableCell>{days}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function Offices({ offices }: { offices: readonly Office[] }) {
  return (
    <TableContainer tabIndex={0} role="group" aria-label="窗口和电话">
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>单位</TableCell>
            <TableCell>电话</TableCell>
            <TableCell>地址</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {offices.map(({ name, phone, address }) => (
            <TableRow key={name}>
              <TableCell component="th" scope="row">
                {name}
              </TableCell>
              <TableCell>{phone ?? askAtWindow}</TableCell>
              <TableCell>{address ?? askAtWindow}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
