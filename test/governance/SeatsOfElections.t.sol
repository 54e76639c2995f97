// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {CommuneTimelock} from "../../contracts/governance/CommuneTimelock.sol";
import {CommuneGovernor} from "../../contracts/governance/CommuneGovernor.sol";
import {
    Classification,
    DecisionClass,
    ICommuneGovernor,
    Settings,
    Timing
} from "../../contracts/governance/ICommuneGovernor.sol";
import {IPlatforms} from "../../contracts/platforms/IPlatforms.sol";
import {SolutionTest} from "../support/SolutionTest.sol";
import {vm} from "../support/Vm.sol";

/// @notice Seats that were really elected: three of four candidates, for term 1.
contract SeatsOfElectionsTest is SolutionTest {
    address private constant PLATFORMS = address(0x91A7);

    CommuneGovernor private governor;

    function setUp() public override {
        super.setUp();
        CommuneTimelock timelock = new CommuneTimelock(2 days, 1 days, address(this));
        Timing[3] memory timings = [Timing(1 days, 7 days), Timing(1 days, 5 days), Timing(1 hours, 2 days)];
        Classification[] memory list = new Classification[](1);
        list[0] = Classification(PLATFORMS, IPlatforms.suspend.selector, DecisionClass.Emergency);
        governor = new CommuneGovernor(
            power,
            timelock,
            address(access),
            elections,
            validators,
            0,
            Settings({timings: timings, thresholdBps: 50, turnoutFloorBps: 400, lateFlipExtension: 2 days}),
            list
        );
        submit(plainEdges());
    }

    function test_before_the_term_nobody_holds_a_seat() public {
        refuseSeat(candidate(1), 1);
    }

    function test_who_is_elected_proposes_emergencies_and_nobody_else() public {
        toTerm(1);
        for (uint16 id = 1; id <= 3; ++id) propose(candidate(id), id);
        refuseSeat(candidate(4), 1);
        refuseSeat(voter(1), 1);
        refuseSeat(stranger, 1);
    }

    function test_a_seat_ends_with_the_term() public {
        toTerm(2);
        // Without another solution the old set stays.
        propose(candidate(3), 1);
        for (uint16 id = 1; id <= 4; ++id) if (id != 3) power.mint(power.idOf(candidate(id)), POWER);
        toFreeze(3);
        elections.submit(3, ids(1, 2, 4), voters(1, 2, 3), abi.encodePacked(all(0, 0), all(0, 1), all(2, 2)));
        propose(candidate(3), 2);
        refuseSeat(candidate(4), 3);
        toTerm(3);
        refuseSeat(candidate(3), 3);
        propose(candidate(4), 3);
    }

    function refuseSeat(address account, uint32 platformId) private {
        vm.expectRevert(abi.encodeWithSelector(ICommuneGovernor.SeatRequired.selector, account));
        propose(account, platformId);
    }

    function propose(address account, uint32 platformId) private {
        (address[] memory targets, bytes[] memory calls) = (new address[](1), new bytes[](1));
        (targets[0], calls[0]) = (PLATFORMS, abi.encodeCall(IPlatforms.suspend, (platformId)));
        vm.prank(account);
        governor.propose(targets, new uint256[](1), calls, "");
    }
}
