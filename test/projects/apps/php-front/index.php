<?php

declare(strict_types=1);

namespace Shop;

use function json_encode;

require __DIR__ . '/src/routes.php';

set_exception_handler(function (\Throwable $error): void {
    http_response_code(500);
    echo json_encode(['error' => $error->getMessage()]);
});

if (!isset($_SERVER['HTTP_X_API_KEY'])) {
    http_response_code(401);
    exit(json_encode(['error' => 'no key']));
}

header('Access-Control-Allow-Origin: *');
header(
    'Access-Control-Allow-Headers: Content-Type'
);
if ($_SERVER['REQUEST_METHOD'] == 'OPTIONS') {
    header('Access-Control-Allow-Methods: GET, POST');
    exit(0);
}

header('Content-Type: application/json');
route($_SERVER['REQUEST_METHOD'], parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
