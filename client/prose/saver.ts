import { type TextDocument, workspace } from 'vscode';
import type { Trouble } from './trouble';

/** What saving needs of a text and its string. */
interface Savable {
  readonly textDocument: TextDocument | undefined;
  readonly jsonDocument: TextDocument | undefined;
  readonly trouble: Trouble | undefined;
  sync(): Promise<void>;
  textIs(text: string): void;
}

/** What VS Code reads as the file of a text document. */
export interface TextFile {
  /** The text when either side was saved last. */
  readonly stored: string;
  /** Raised whenever VS Code has written it: it reads anew what is later than what it knows. */
  readonly storedAt: number;
}

/** Saves a text and its JSON document with each other. */
export class Saver {
  /** Whether the text document alone is being saved, because its string is saved already. */
  private isQuiet = false;
  private isSaving = false;

  /**
   * @param sides the text and its string
   * @param file the text document's file
   */
  constructor(
    private readonly sides: Savable,
    public file: TextFile,
  ) {}

  /** Saves the text document where nothing has to be written for that, and where saving would not change it. */
  async saveQuietly(): Promise<void> {
    const document = this.sides.textDocument;
    if (!document?.isDirty || this.isSaving || this.isQuiet || !isSavedAsIs(document)) return;
    this.isQuiet = true;
    await document.save().then(undefined, () => false);
    this.isQuiet = false;
  }

  /** VS Code ignores whoever saves while it is about to save already: what is typed now may have been saved aloud. */
  typed(): void {
    this.isQuiet = false;
  }

  /**
   * VS Code saves the text document: so does the JSON document. In: the text; whether nobody asked for it, as with
   * auto save. Out: whether everything is saved; `trouble` says why it is not.
   */
  async save(text: string, isAutomatic: boolean): Promise<boolean> {
    if (!this.isQuiet) {
      this.isSaving = true;
      try {
        if (!(await this.saveJson(text, isAutomatic))) return false;
      } finally {
        this.isSaving = false;
      }
    }
    this.file = { stored: text, storedAt: this.file.storedAt + 1 };
    return true;
  }

  private async saveJson(text: string, isAutomatic: boolean): Promise<boolean> {
    const { sides } = this;
    if (!sides.textDocument) sides.textIs(text);
    await sides.sync();
    if (sides.trouble) return false;
    const document = sides.jsonDocument;
    if (!document?.isDirty) return true;
    // A document without a file asks for one, and is safe as it is when nobody answers.
    if (document.isUntitled) return isAutomatic || document.save().then(() => true);
    // VS Code does not save what it is about to save by itself.
    const isSaved = (await document.save()) || !document.isDirty || (await document.save());
    return isSaved || isAutomatic || !document.isDirty;
  }
}

/** Whether saving a document leaves its text as it is, whatever the user's settings do to files when they are saved. */
function isSavedAsIs(document: TextDocument): boolean {
  const files = workspace.getConfiguration('files', document);
  const editor = workspace.getConfiguration('editor', document);
  const text = document.getText();
  return !(
    (files.get('insertFinalNewline') && /[^\r\n]$/.test(text)) ||
    (files.get('trimFinalNewlines') && /\n\r?\n$/.test(text)) ||
    (files.get('trimTrailingWhitespace') && /[ \t]\r?(?:\n|$)/.test(text)) ||
    editor.get('formatOnSave') ||
    Object.values(editor.get<object>('codeActionsOnSave') ?? {}).length > 0
  );
}
