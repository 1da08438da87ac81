import { own } from '../../own_property.ts';

/**
 * Words of scopes as translated pages print them, without accents: German, French, Spanish, Portuguese, Chinese, Japanese.
 * Only words of the scopes that are used most; a word with two meanings is left out.
 */
const TRANSLATIONS: Readonly<Record<string, string>> = {
  read: 'lesen lire leer ler 读取 讀取 阅读 読み取り 読取',
  write: 'schreiben ecrire escribir escrever gravar 写入 寫入 書き込み',
  update: 'aktualisieren actualiser actualizar atualizar 更新',
  delete: 'loeschen loschen supprimer eliminar borrar excluir apagar 删除 刪除 削除',
  list: 'liste lista 列表 一覧 リスト',
  meeting: 'besprechung reunion reuniao 会议 會議 会議 ミーティング',
  meetings: 'besprechungen reunions reuniones reunioes',
  user: 'benutzer nutzer utilisateur usuario 用户 用戶 ユーザー',
  users: 'utilisateurs usuarios',
  recording: 'aufzeichnung enregistrement grabacion gravacao 录制 錄製 録画',
  recordings: 'aufzeichnungen enregistrements grabaciones gravacoes',
  webinar: 'webinaire webinario seminar 网络研讨会 ウェビナー',
  webinars: 'webinaires webinarios',
  group: 'gruppe groupe grupo 群组 群組 グループ',
  groups: 'gruppen groupes grupos',
  settings: 'einstellungen parametres configuracion configuracoes 设置 設定',
  report: 'bericht rapport informe relatorio 报告 報告 レポート',
  participant: 'teilnehmer participante 参与者 参加者',
  participants: 'participantes',
  message: 'nachricht mensaje mensagem 消息 訊息 メッセージ',
  messages: 'nachrichten mensajes mensagens',
  channel: 'kanal canal 频道 チャンネル',
  phone: 'telefon telefono telefone 电话 電話',
};

const english: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(TRANSLATIONS).flatMap(([word, others]) => others.split(' ').map((other) => [other, word])),
);

/** The name with every word put into English that is in the table; the others stay. */
export function inEnglish(name: string): string {
  return name
    .split('_')
    .map((word) => own(english, withoutAccents(word)) ?? word)
    .join('_');
}

function withoutAccents(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
}
