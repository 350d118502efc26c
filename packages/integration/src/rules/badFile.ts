import { ECHO } from './echo.js';
import type { BuiltInRule } from './rule.js';

const category = 'invalid_request_error';

/** A picture, a sound or a document is at fault. */
export const BAD_FILE_RULES: readonly BuiltInRule[] = [
  {
    // OpenAI "Images and vision", "File inputs"
    name: 'file-code',
    category,
    confidence: 0.96,
    when: {
      status: ['none', 400, 404, 413, 422],
      code: [
        'invalid_image_file',
        'invalid_image_url',
        'invalid_image_format',
        'invalid_image',
        'invalid_base64_image',
        'image_too_large',
        'image_parse_error',
        'unsupported_file',
        'unsupported_file_mimetype',
        'invalid_file',
        'empty_image_file',
        'failed_to_download_image',
      ],
    },
    advice: 'badFile',
  },
  {
    // OpenAI, Anthropic, Google, Groq, Bedrock: the picture, sound or document cannot be read
    name: 'file-words',
    category,
    confidence: 0.945,
    when: {
      status: ['none', 400, 422, 500],
      says: [
        'not downloadable|unable to download|error while downloading',
        'failed to download file|failed to download image|failed to download the',
        'cannot fetch content from the provided url|could not process image',
        'unable to process input image|invalid image|unsupported image',
        'image … not valid|image … exceed|image dimensions|invalid file',
        'unsupported file|unsupported mime type|invalid base64|audio file is too short',
        'appear to contain audio|contains no audio|no spoken audio',
        'failed to process audio|transcoding failed|corrupt or unsupported',
        'document has no pages|file … is empty|no file with id|buffer too small',
        'represent a valid image|图片 … 不支持|图片格式',
        'image unknown format',
      ],
      saysNot: [ECHO],
    },
    advice: 'badFile',
  },
];
