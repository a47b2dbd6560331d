<?php

declare(strict_types=1);

namespace Shop;

function route(string $method, string $path): void
{
    header("X-Powered-By: shop");
    match (true) {
        $path === '/items' => print('[]'),
        $path === '/broken' => throw new \RuntimeException('broken'),
        str_starts_with($path, '/items/') && $method === 'DELETE' => http_response_code(204),
        default => http_response_code(404),
    };
}
