//! Which addresses this machine has in its own network.

use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};

/// One address in each network that a home or an office has, and one that is nowhere (RFC 5737): the
/// system chooses by which of its own addresses it would speak to each. Nothing is sent.
const TOWARDS: [Ipv4Addr; 4] = [
    Ipv4Addr::new(192, 0, 2, 1),
    Ipv4Addr::new(192, 168, 255, 254),
    Ipv4Addr::new(10, 255, 255, 254),
    Ipv4Addr::new(172, 31, 255, 254),
];

/// The addresses at which others in the same network reach this machine, the likeliest first; none where
/// it is in no network.
pub(crate) fn addresses() -> Vec<IpAddr> {
    let mut all = Vec::new();
    for address in TOWARDS.into_iter().filter_map(own_towards) {
        if !all.contains(&address) {
            all.push(address);
        }
    }
    all
}

fn own_towards(other: Ipv4Addr) -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    // Connecting a datagram socket looks up the way and sends nothing.
    socket.connect((other, 9)).ok()?;
    let own = socket.local_addr().ok()?.ip();
    Some(own).filter(|own| !own.is_unspecified() && !own.is_loopback())
}

/// The addresses under which a listener is reached: its own, or all of the machine's.
pub(crate) fn reached(listening: SocketAddr) -> Vec<SocketAddr> {
    if !listening.ip().is_unspecified() {
        return vec![listening];
    }
    addresses().into_iter().map(|ip| SocketAddr::new(ip, listening.port())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_listener_of_one_address_is_reached_there_alone() {
        let one = SocketAddr::from(([127, 0, 0, 1], 7349));
        assert_eq!(reached(one), [one]);
        let all = reached(SocketAddr::from(([0, 0, 0, 0], 7349)));
        assert!(all.iter().all(|at| at.port() == 7349 && !at.ip().is_unspecified()));
    }
}
