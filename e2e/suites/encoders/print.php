<?php
// Prints the file "$KEY" as PHP's encoders do.
$key = file_get_contents(getenv('KEY'));
$prints = [
    'plain / PHP json_encode' => json_encode(['key' => $key]),
    'plain / PHP json_encode, JSON_PRETTY_PRINT' => json_encode(['key' => $key], JSON_PRETTY_PRINT),
    'plain / PHP json_encode twice' => json_encode(json_encode(['key' => $key])),
    'plain / PHP JSON_UNESCAPED_SLASHES' => json_encode($key, JSON_UNESCAPED_SLASHES),
    'plain / PHP rawurlencode' => rawurlencode($key),
    'plain / PHP http_build_query' => http_build_query(['key' => $key]),
    'plain / PHP htmlspecialchars' => htmlspecialchars($key),
    'plain / PHP var_export' => var_export(['key' => $key], true),
    'plain / PHP serialize' => serialize(['key' => $key]),
    'plain / PHP preg_quote' => preg_quote($key, '/'),
    'plain / PHP addcslashes' => addcslashes($key, "\0..\37+/="),
    'plain / PHP escapeshellarg' => escapeshellarg($key),
    'cut / PHP quoted_printable_encode' => quoted_printable_encode($key),
    'cut / PHP chunk_split at 50' => chunk_split(str_replace("\n", '', $key), 50),
    'base64 / PHP base64_encode' => base64_encode($key),
    'base64 / PHP chunk_split of base64_encode' => chunk_split(base64_encode($key)),
];
foreach ($prints as $name => $text) echo "\n== $name\n$text\n";
