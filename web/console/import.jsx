// Bringing tasks in: choose a file, look at its first rows, send it, watch it being read; pictures one by one.
import { useEffect, useRef, useState } from 'preact/hooks';
import { api, newId, url } from '../shared/api.js';
import { Alert, Badge, Button, Card, Field, Icon, Pages, Progress, Table, cx, toast } from '../shared/ui.jsx';
import { dateTime, errorText, number, percent, t } from '../shared/i18n.js';
import { configCheck, pictureFields } from './check.js';
import { Trouble, useAction, useLoad } from './load.jsx';
import { OWN_COLUMNS, peek } from './peek.js';
import { upload } from './upload.js';
import { bytes } from './words.js';

const POLL_MSEC = 700;
const FILES = '.csv,.tsv,.json,.jsonl,.ndjson,.zip,image/*';
const isPicture = (file) => /^image\//.test(file.type) && !/svg/.test(file.type);
const cellText = (value) => (typeof value === 'string' ? value : JSON.stringify(value));
const clip = (text) => (text && text.length > 80 ? text.slice(0, 80) + '…' : text);

/* ---- choosing ---- */
function Drop({ onFiles, disabled }) {
  const [over, setOver] = useState(false);
  const input = useRef();
  return (
    <div
      class={cx('drop', over && 'over')}
      onDragOver={(e) => {
        e.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(e) => {
        e.preventDefault();
        setOver(false);
        if (!disabled && e.dataTransfer.files.length) onFiles([...e.dataTransfer.files]);
      }}
    >
      <Icon name="upload" size={32} />
      <p>
        <strong>{t('import.drop')}</strong>
      </p>
      <p class="muted">{t('import.drop_hint')}</p>
      <Button kind="primary" disabled={disabled} onClick={() => input.current.click()}>
        {t('import.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        class="hidden"
        tabIndex={-1}
        multiple
        accept={FILES}
        aria-label={t('import.choose')}
        onChange={(e) => {
          if (e.target.files.length) onFiles([...e.target.files]);
          e.target.value = '';
        }}
      />
    </div>
  );
}

function Paste({ onFile }) {
  const [text, setText] = useState('');
  const use = () => {
    const start = text.trimStart()[0];
    const name = start === '[' ? 'json' : start === '{' ? 'jsonl' : text.split('\n')[0].includes('\t') ? 'tsv' : 'csv';
    onFile(new File([text], 'pasted.' + name));
    setText('');
  };
  return (
    <details>
      <summary>{t('import.paste')}</summary>
      <div class="stack tight">
        <Field label={t('import.paste_label')} hint={t('import.paste_hint')}>
          {(given) => <textarea class="mono" rows={6} spellcheck={false} wrap="off" {...given} value={text} onInput={(e) => setText(e.target.value)} />}
        </Field>
        <div class="row">
          <Button disabled={!text.trim()} onClick={use}>
            {t('import.paste_use')}
          </Button>
        </div>
      </div>
    </details>
  );
}

/* ---- the chosen file ---- */
function Columns({ look, fields }) {
  if (look.format === 'zip') return <p class="muted">{t('import.zip_hint')}</p>;
  if (!look.columns.length) return <Alert kind="warning">{t('import.unreadable')}</Alert>;
  const missing = fields.filter((field) => !look.columns.includes(field.split('.')[0]));
  const role = (column) => (OWN_COLUMNS.includes(column) ? 'own' : fields.includes(column) ? 'used' : 'kept');
  return (
    <>
      {missing.length > 0 && <Alert kind="warning" title={t('import.missing', { n: missing.length, fields: missing.join(', ') })}>{t('import.missing_hint')}</Alert>}
      <Table
        caption={t('import.first_rows')}
        rowKey="_"
        rows={look.rows.map((row, i) => ({ ...row, _: i }))}
        columns={look.columns.map((column) => ({
          key: column,
          name: column,
          label: (
            <>
              <code>{column}</code> <span class={'column ' + role(column)}>{t('import.column.' + role(column))}</span>
            </>
          ),
          render: (row) => <span class="cell">{row[column] === undefined ? '' : clip(cellText(row[column]))}</span>,
        }))}
      />
    </>
  );
}

function Ready({ file, fields, busy, onGo, onCancel }) {
  const [look, setLook] = useState(null);
  const [mode, setMode] = useState('all');
  useEffect(() => {
    peek(file).then(setLook, () => setLook({ format: '', columns: [], rows: [] }));
  }, [file]);
  return (
    <Card title={t('import.ready')}>
      <p class="row">
        <Icon name="file" /> <strong>{file.name}</strong> <span class="muted nums">{bytes(file.size)}</span>
        {look && look.format && <Badge>{look.format.toUpperCase()}</Badge>}
      </p>
      {file.size === 0 ? <Alert kind="bad">{t('import.empty')}</Alert> : look && <Columns look={look} fields={fields} />}
      <fieldset class="picks">
        <legend>{t('import.mode')}</legend>
        {['all', 'good'].map((name) => (
          <label key={name} class="pick">
            <input type="radio" name="mode" value={name} checked={mode === name} onChange={() => setMode(name)} />
            <span>
              <strong>{t('import.mode.' + name)}</strong>
              <small class="muted">{t('import.mode.' + name + '_hint')}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <div class="row">
        <Button kind="primary" icon="upload" busy={busy} disabled={file.size === 0} onClick={() => onGo(mode)}>
          {t('import.go')}
        </Button>
        <Button onClick={onCancel}>{t('ui.cancel')}</Button>
      </div>
    </Card>
  );
}

/* ---- an import on its way: {id, file, from} sends, {id} only watches ---- */
function Running({ job, onEnd }) {
  const [row, setRow] = useState(job.row);
  const [sent, setSent] = useState(job.from || 0);
  const [trouble, setTrouble] = useState(null);
  const [error, setError] = useState(null);
  const stop = useRef(new AbortController());
  useEffect(() => {
    const { signal } = stop.current;
    let timer = 0;
    const watch = async () => {
      try {
        const next = await api.get('/imports/' + job.row.id);
        if (signal.aborted) return;
        setRow(next);
        setTrouble(null);
        if (next.state === 'done' || next.state === 'failed') {
          onEnd(next);
          return;
        }
      } catch (e) {
        if (signal.aborted) return;
        setTrouble(e);
      }
      timer = setTimeout(watch, POLL_MSEC);
    };
    const run = async () => {
      if (job.file) {
        await upload({ file: job.file, id: job.row.id, from: job.from, signal, onProgress: setSent, onTrouble: setTrouble });
        if (signal.aborted) return;
        setRow(await api.post('/imports/' + job.row.id + '/start', {}, { retries: 8, onWait: setTrouble }));
        setTrouble(null);
      }
      watch();
    };
    run().catch((e) => !signal.aborted && setError(e));
    return () => {
      stop.current.abort();
      clearTimeout(timer);
    };
  }, []);
  const uploading = row.state === 'uploading';
  const share = uploading ? sent / row.bytes : row.bytes ? row.handled_bytes / row.bytes : 0;
  return (
    <Card title={row.file_name}>
      {error ? (
        <Alert kind="bad" actions={<Button onClick={() => onEnd(null)}>{t('ui.close')}</Button>}>{errorText(error)}</Alert>
      ) : (
        <>
          <p class="row between" role="status">
            <strong>{t('import.state.' + row.state)}</strong>
            <span class="nums muted">
              {uploading ? t('import.sent', { done: bytes(sent), of: bytes(row.bytes) }) : row.state === 'importing' ? t('import.done', { n: row.added + row.repeated }) : t('import.rows', { n: row.rows })} · {percent(share)}
            </span>
          </p>
          <Progress value={share} label={t('import.state.' + row.state)} />
          {row.wrong > 0 && <p>{t('import.wrong', { n: row.wrong })}</p>}
          {trouble && <Alert kind="warning">{t('import.trouble')}</Alert>}
          {uploading && (
            <div class="row">
              <Button
                onClick={() => {
                  stop.current.abort();
                  onEnd(null);
                }}
              >
                {t('import.stop')}
              </Button>
              <span class="muted">{t('import.stop_hint')}</span>
            </div>
          )}
        </>
      )}
    </Card>
  );
}

const reportLink = (row) => url('/imports/' + row.id + '/report');

function Outcome({ row, open, draft }) {
  const good = row.state === 'done';
  return (
    <Alert
      kind={!good ? 'bad' : row.wrong ? 'warning' : 'good'}
      title={good ? t('import.done', { n: row.added }) : row.wrong ? t('import.failed_rows', { n: row.wrong }) : t('import.failed')}
      actions={
        <div class="row">
          {row.wrong > 0 && (
            <Button icon="download" href={reportLink(row)} download={'report-' + row.id + '.csv'}>
              {t('import.report')}
            </Button>
          )}
          {good && row.added > 0 && (
            <Button kind="primary" href={open}>
              {draft ? t('import.next') : t('import.next_live')}
            </Button>
          )}
        </div>
      }
    >
      {good && row.repeated > 0 && <p>{t('import.repeated', { n: row.repeated })}</p>}
      {row.wrong > 0 && <p>{good ? t('import.kept_good', { n: row.wrong }) : t('import.nothing_added')}</p>}
      {row.error && <p>{row.error}</p>}
    </Alert>
  );
}

/* ---- pictures one by one ---- */
function Pictures({ files, project, check, onEnd }) {
  const [state, set] = useState({ done: 0, failed: [], added: null, repeated: 0, error: null });
  const stop = useRef(false);
  const field = check ? pictureFields(check.config)[0] : null;
  const others = check ? check.fields.filter((name) => name !== field) : [];
  useEffect(() => {
    if (!field || others.length) return undefined;
    const run = async () => {
      const tasks = [];
      const failed = [];
      let counts = { added: 0, repeated: 0 };
      const flush = async () => {
        if (!tasks.length) return;
        const reply = await api.post('/projects/' + project.id + '/tasks', { tasks: tasks.splice(0) }, { key: newId(), retries: 8 });
        counts = { added: counts.added + reply.added, repeated: counts.repeated + reply.repeated };
      };
      for (const [i, file] of files.entries()) {
        if (stop.current) break;
        try {
          const stored = await api.post('/projects/' + project.id + '/files', file, { retries: 8 });
          tasks.push({ data: { [field]: stored.address }, external_id: file.name.slice(0, 200) });
          if (tasks.length >= 100) await flush();
        } catch (e) {
          if (!e.code || e.status === 0 || e.status >= 500) throw e;
          failed.push({ name: file.name, why: errorText(e) });
        }
        set((old) => ({ ...old, done: i + 1, failed: failed.slice() }));
      }
      await flush();
      set((old) => ({ ...old, ...counts }));
      onEnd();
    };
    run().catch((error) => set((old) => ({ ...old, error })));
    return () => {
      stop.current = true;
    };
  }, []);
  if (!field) return <Alert kind="bad">{t('import.pictures_no_field')}</Alert>;
  if (others.length) return <Alert kind="bad" title={t('import.pictures_others', { fields: others.join(', ') })}>{t('import.pictures_zip')}</Alert>;
  return (
    <Card title={t('import.pictures', { n: files.length })}>
      {state.error && <Trouble error={state.error} />}
      {state.added === null ? (
        <>
          <p role="status">{t('import.pictures_done', { n: state.done, of: files.length })}</p>
          <Progress value={state.done} max={files.length} label={t('import.pictures', { n: files.length })} />
        </>
      ) : (
        <Alert kind={state.failed.length ? 'warning' : 'good'} title={t('import.done', { n: state.added })}>
          {state.repeated > 0 && <p>{t('import.repeated', { n: state.repeated })}</p>}
        </Alert>
      )}
      {state.failed.length > 0 && (
        <ul>
          {state.failed.map((one) => (
            <li key={one.name}>
              <strong>{one.name}</strong>: {one.why}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/* ---- the page ---- */
const KINDS = { done: 'good', failed: 'bad', uploading: 'warning' };

export function Import({ project, reload, news }) {
  const check = useLoad(() => configCheck(project.label_config), [project.label_config]);
  const [file, setFile] = useState(null);
  const [job, setJob] = useState(null);
  const [pictures, setPictures] = useState(null);
  const [outcome, setOutcome] = useState(null);
  const [error, setError] = useState(null);
  const [turn, setTurn] = useState(0);
  const [unfinished, setUnfinished] = useState(null); // an upload that broke off, waiting for the same file
  const again = useRef();
  const open = '#/projects/' + project.id;

  const ended = (row) => {
    setJob(null);
    setOutcome(row);
    setTurn((n) => n + 1);
    reload();
  };
  const choose = (files) => {
    setOutcome(null);
    setError(null);
    forget();
    setPictures(null);
    if (files.every(isPicture)) setPictures(files);
    else if (files.length > 1) setError({ code: 'x', detail: t('import.one_file') });
    else setFile(files[0]);
  };
  const [begin, beginning, refusal, forget] = useAction(async (mode) => {
    setError(null);
    const row = await api.post('/projects/' + project.id + '/imports', { file_name: file.name.slice(-200), bytes: file.size, mode });
    setJob({ row, file, from: 0 });
    setFile(null);
  });
  const resume = (row, chosen) => {
    if (chosen.size !== row.bytes) {
      toast(t('import.other_file', { size: bytes(row.bytes) }), 'bad');
      return;
    }
    setOutcome(null);
    setJob({ row, file: chosen, from: row.received_bytes });
  };
  if (project.state === 'completed') return <p class="muted">{t('import.completed')}</p>;
  const fields = check.data && check.data.ok ? check.data.fields : [];
  return (
    <>
      {(error || refusal) && <Trouble error={error || refusal} />}
      {outcome && <Outcome row={outcome} open={open} draft={project.state === 'draft'} />}
      {job ? (
        <Running key={job.row.id} job={job} onEnd={ended} />
      ) : file ? (
        <Ready key={file.name + file.size} file={file} fields={fields} busy={beginning} onGo={begin} onCancel={() => setFile(null)} />
      ) : (
        <Card title={t('import.title')}>
          {fields.length > 0 && (
            <p>
              {t('import.fields')}{' '}
              {fields.map((field) => (
                <code key={field} class="field-name">
                  {field}
                </code>
              ))}
            </p>
          )}
          <Drop onFiles={choose} disabled={!check.data} />
          <Paste onFile={(made) => choose([made])} />
          <details>
            <summary>{t('import.formats')}</summary>
            <div class="prose">
              <ul>
                {['csv', 'json', 'label_studio', 'zip', 'gold', 'external_id'].map((name) => (
                  <li key={name}>{t('import.format.' + name)}</li>
                ))}
              </ul>
            </div>
          </details>
        </Card>
      )}
      {pictures && <Pictures key={pictures[0].name + pictures.length} files={pictures} project={project} check={check.data} onEnd={() => { setTurn((n) => n + 1); reload(); }} />}
      <Card title={t('import.history')}>
        <input
          ref={again}
          type="file"
          class="hidden"
          tabIndex={-1}
          aria-label={t('import.resume')}
          onChange={(e) => {
            if (e.target.files.length) resume(unfinished, e.target.files[0]);
            e.target.value = '';
          }}
        />
        <Pages load={(cursor) => api.get('/projects/' + project.id + '/imports', { cursor, limit: 20 })} reload={turn + ':' + (job ? 0 : news)} empty={<p class="muted">{t('import.none')}</p>} error={(e, retry) => <Trouble error={e} retry={retry} />}>
          {(items) => (
            <Table
              caption={t('import.history')}
              rows={items.filter((row) => !job || row.id !== job.row.id)}
              columns={[
                { key: 'file_name', label: t('import.file'), render: (row) => <strong class="cell">{row.file_name}</strong> },
                { key: 'state', label: t('import.state'), render: (row) => <Badge kind={KINDS[row.state] || 'info'}>{t('import.state.' + row.state)}</Badge> },
                { key: 'added', label: t('import.added'), end: true, render: (row) => number(row.added) },
                { key: 'repeated', label: t('import.repeated_short'), end: true, render: (row) => number(row.repeated) },
                {
                  key: 'wrong',
                  label: t('import.wrong_short'),
                  end: true,
                  render: (row) =>
                    row.wrong > 0 ? (
                      <a href={reportLink(row)} download={'report-' + row.id + '.csv'} aria-label={t('import.report_of', { n: row.wrong, file: row.file_name })}>
                        {number(row.wrong)}
                      </a>
                    ) : (
                      number(0)
                    ),
                },
                { key: 'created_at', label: t('import.when'), render: (row) => dateTime(row.created_at) },
                {
                  key: 'go',
                  label: <span class="hidden">{t('ui.actions')}</span>,
                  render: (row) =>
                    row.state === 'uploading' && !job ? (
                      <Button
                        class="small"
                        onClick={() => {
                          setUnfinished(row);
                          again.current.click();
                        }}
                      >
                        {t('import.resume')}
                      </Button>
                    ) : (row.state === 'checking' || row.state === 'importing') && !job ? (
                      <Button class="small" onClick={() => setJob({ row })}>
                        {t('import.watch')}
                      </Button>
                    ) : null,
                },
              ]}
            />
          )}
        </Pages>
      </Card>
    </>
  );
}
