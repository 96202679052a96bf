using System.Net;
using System.Net.Sockets;

namespace Galley.EndToEnd.Tests.Browser;

/// <summary>Ports of this machine for a server that a command starts.</summary>
internal static class Ports
{
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>
    /// Once something listens there, or the command ended. A browser that was refused shows a page of its own in
    /// between.
    /// </summary>
    public static async Task Reached(int port, Task run)
    {
        while (!run.IsCompleted && !await Listens(port))
        {
            await Task.Yield();
        }
    }

    private static async Task<bool> Listens(int port)
    {
        using var caller = new TcpClient();
        try
        {
            await caller.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
