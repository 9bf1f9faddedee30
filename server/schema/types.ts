/** The names of JSON's types, as JSON Schema spells them. */
export type JsonType = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';

/** VS Code's snippet annotation; `body` is a JSON value whose strings may hold tab stops. */
export interface DefaultSnippet {
  label: string;
  description?: string;
  body: unknown;
}

/** A known value of an open string, with its own text. */
export interface KnownValue {
  value: string;
  description: string;
}

/**
 * The part of JSON Schema draft-07 that our schemas use, VS Code's editor keywords, and our own annotations
 * (`x-…`). `schemas/README.md` explains each annotation.
 */
export interface JsonSchema {
  $id?: string;
  $schema?: string;
  $ref?: string;
  definitions?: Record<string, JsonSchema>;
  title?: string;
  description?: string;
  default?: unknown;
  examples?: unknown[];
  type?: JsonType | JsonType[];
  enum?: unknown[];
  const?: unknown;
  allOf?: JsonSchema[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  if?: JsonSchema;
  then?: JsonSchema;
  else?: JsonSchema;
  not?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  patternProperties?: Record<string, JsonSchema>;
  additionalProperties?: boolean | JsonSchema;
  propertyNames?: JsonSchema;
  required?: string[];
  minProperties?: number;
  maxProperties?: number;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  patternErrorMessage?: string;
  format?: string;
  enumDescriptions?: string[];
  markdownDescription?: string;
  defaultSnippets?: DefaultSnippet[];
  deprecationMessage?: string;
  'x-number'?: 'u32' | 'f32';
  'x-apiRange'?: { minimum?: number; maximum?: number };
  'x-unit'?: string;
  'x-rare'?: boolean;
  'x-secret'?: boolean;
  'x-catalogue'?: string;
  'x-catalogueFamily'?: string;
  'x-whenAbsent'?: string;
  'x-namesFrom'?: string;
  'x-values'?: KnownValue[];
  'x-advisory'?: JsonSchema;
  'x-fixed'?: string;
  'x-models'?: string;
  'x-reference'?: string;
  'x-asOf'?: string;
}

/** Every annotation of ours and of VS Code's that a strict validator has to be told about. */
export const ANNOTATION_KEYWORDS = [
  'enumDescriptions',
  'markdownDescription',
  'defaultSnippets',
  'deprecationMessage',
  'patternErrorMessage',
  'x-number',
  'x-apiRange',
  'x-unit',
  'x-rare',
  'x-secret',
  'x-catalogue',
  'x-catalogueFamily',
  'x-whenAbsent',
  'x-namesFrom',
  'x-values',
  'x-advisory',
  'x-fixed',
  'x-models',
  'x-reference',
  'x-asOf',
] as const;
