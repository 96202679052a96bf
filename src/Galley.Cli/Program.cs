using Galley.Cli;
using Galley.Cli.Hosting;

using var terminal = new Terminal();
return await App.Run(args, terminal.Shell);
