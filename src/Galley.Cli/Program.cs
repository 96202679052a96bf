using Galley.Cli;

using var terminal = new Terminal();
return await App.Run(args, terminal.Shell);
