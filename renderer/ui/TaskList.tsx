import CheckCircle from '@mui/icons-material/CheckCircle';
import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked';
import Box from '@mui/material/Box';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';

export type TaskState = 'empty' | 'incomplete' | 'done';
export interface Task {
  id: string;
  title: string;
  to: string;
  state: TaskState;
  /** Instead of 未填/缺项/完成. */
  word?: string;
  /** What is missing, in words. */
  missing: readonly string[];
  /** Such as Alt+1; empty when there is none. */
  shortcut: string;
}

const looks = {
  empty: { word: '未填', icon: <RadioButtonUnchecked fontSize="small" />, color: 'text.secondary' },
  incomplete: { word: '缺项', icon: <ErrorOutlined fontSize="small" />, color: 'warning.main' },
  done: { word: '完成', icon: <CheckCircle fontSize="small" />, color: 'success.main' },
} as const;

/** The tasks of an application in the order of the paper form, open in any order. */
export function TaskList({ tasks, currentId }: { tasks: readonly Task[]; currentId: string | null }) {
  return (
    <Box component="nav" aria-label="申请步骤">
      <List disablePadding>
        {tasks.map((task) => (
          <ListItem key={task.id} disablePadding>
            <TaskLine task={task} current={task.id === currentId} />
          </ListItem>
        ))}
      </List>
    </Box>
  );
}

function TaskLine({ task, current }: { task: Task; current: boolean }) {
  const look = looks[task.state];
  const [first, ...more] = task.missing;
  return (
    <ListItemButton
      component={Link}
      to={task.to}
      selected={current}
      aria-current={current ? 'step' : undefined}
      aria-keyshortcuts={task.shortcut || undefined}
      sx={{
        borderLeft: 4,
        borderColor: current ? 'primary.main' : 'transparent',
        py: 0.5,
        minHeight: 44,
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'stretch',
        justifyContent: 'center',
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Typography sx={{ fontWeight: current ? 600 : 400 }}>{task.title}</Typography>
        <Box sx={{ ml: 'auto', display: 'flex', alignItems: 'center', gap: 0.5, color: look.color }}>
          {look.icon}
          <span>{task.word ?? look.word}</span>
        </Box>
      </Box>
      {task.state === 'incomplete' && first && (
        <Typography variant="caption" component="p" color="textSecondary">
          {first}
          {more.length > 0 && `，等 ${task.missing.length} 处`}
        </Typography>
      )}
    </ListItemButton>
  );
}
