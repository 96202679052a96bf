# The galley command, with the git that a ledger branch needs. After `dotnet cake --target=Release`:
#   docker build --file Dockerfile --tag galley artifacts/release
#   docker run --rm --volume "$PWD:/content" galley validate
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0

RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates git openssh-client \
    && rm -rf /var/lib/apt/lists/* \
    # The folder belongs to whoever mounts it, which git would refuse.
    && git config --system --add safe.directory /content

COPY --chmod=755 galley-linux-x64 /usr/local/bin/galley

WORKDIR /content
ENTRYPOINT ["galley"]
