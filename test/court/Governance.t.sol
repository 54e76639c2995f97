// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {Court} from "../../contracts/court/Court.sol";
import {ICourt, Parameters, Windows} from "../../contracts/court/ICourt.sol";
import {Bounds} from "../../contracts/shared/Bounds.sol";
import {CourtTest} from "../support/CourtTest.sol";
import {vm} from "../support/Vm.sol";

/// @notice What the timelock can do, and cannot.
contract GovernanceTest is CourtTest {
    function test_deployment_tells_what_it_is() public {
        vm.expectEmit();
        emit ICourt.CourtOpened(seats, ctt, windows());
        vm.expectEmit();
        emit ICourt.ParametersSet(1, parameters());
        Court other = new Court(address(access), seats, ctt, windows(), parameters());
        vm.assertEq(address(other.seats()), address(seats));
        vm.assertEq(address(other.token()), address(ctt));
        vm.assertEq(keccak256(abi.encode(other.windows())), keccak256(abi.encode(windows())));
        vm.assertEq(keccak256(abi.encode(other.parametersOf(1))), keccak256(abi.encode(parameters())));
        vm.assertEq(other.currentVersion(), 1);
        vm.assertEq(other.treasury(), address(0));
    }

    function test_windows_have_limits() public {
        Windows[2] memory ends = [
            Windows(1 minutes, 1 minutes, 1 minutes, 1 minutes, 1),
            Windows(14 days, 14 days, 14 days, 14 days, 4_096)
        ];
        for (uint256 i; i < 2; ++i) new Court(address(access), seats, ctt, ends[i], parameters());
        for (uint256 i; i < 5; ++i) {
            (uint256 min, uint256 max) = i == 4 ? (uint256(1), uint256(4_096)) : (uint256(1 minutes), uint256(14 days));
            refuseWindow(i, uint32(min - 1), min, max);
            refuseWindow(i, uint32(max + 1), min, max);
        }
    }

    function refuseWindow(uint256 which, uint32 value, uint256 min, uint256 max) private {
        Windows memory w = windows();
        if (which == 0) w.evidence = value;
        if (which == 1) w.commit = value;
        if (which == 2) w.reveal = value;
        if (which == 3) w.appeal = value;
        if (which == 4) w.seedDelay = value;
        vm.expectRevert(abi.encodeWithSelector(ICourt.InvalidWindow.selector, value, min, max));
        new Court(address(access), seats, ctt, w, parameters());
    }

    function test_parameters_have_limits() public {
        court.setParameters(Parameters(1e12, 1e18, 100, 100, 1_000));
        court.setParameters(Parameters(1 ether, 100_000e18, 10_000, 10_000, 50_000));
        refuseParameters(Parameters(1e12 - 1, LOCK, 1_000, 2_500, 10_000), "feePerJuror", 1e12 - 1, 1e12, 1 ether);
        refuseParameters(
            Parameters(1 ether + 1, LOCK, 1_000, 2_500, 10_000),
            "feePerJuror",
            1 ether + 1,
            1e12,
            1 ether
        );
        refuseParameters(Parameters(FEE, 1e18 - 1, 1_000, 2_500, 10_000), "lockPerSeat", 1e18 - 1, 1e18, 100_000e18);
        refuseParameters(
            Parameters(FEE, 100_000e18 + 1, 1_000, 2_500, 10_000),
            "lockPerSeat",
            100_000e18 + 1,
            1e18,
            100_000e18
        );
        refuseParameters(Parameters(FEE, LOCK, 99, 2_500, 10_000), "incoherentBps", 99, 100, 10_000);
        refuseParameters(Parameters(FEE, LOCK, 10_001, 10_001, 10_000), "incoherentBps", 10_001, 100, 10_000);
        refuseParameters(Parameters(FEE, LOCK, 1_000, 999, 10_000), "silentBps", 999, 1_000, 10_000);
        refuseParameters(Parameters(FEE, LOCK, 1_000, 10_001, 10_000), "silentBps", 10_001, 1_000, 10_000);
        refuseParameters(Parameters(FEE, LOCK, 1_000, 2_500, 999), "appealBondBps", 999, 1_000, 50_000);
        refuseParameters(Parameters(FEE, LOCK, 1_000, 2_500, 50_001), "appealBondBps", 50_001, 1_000, 50_000);
        vm.assertEq(court.currentVersion(), 3);
    }

    function refuseParameters(Parameters memory p, bytes32 name, uint256 value, uint256 min, uint256 max) private {
        bytes memory expected = abi.encodeWithSelector(Bounds.ParameterOutOfBounds.selector, name, value, min, max);
        refuse(address(this), abi.encodeCall(ICourt.setParameters, (p)), expected);
    }

    function test_only_the_authority() public {
        bytes memory unauthorized = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, stranger);
        refuse(abi.encodeCall(ICourt.setParameters, (parameters())), unauthorized);
        refuse(abi.encodeCall(ICourt.appointTreasury, (stranger)), unauthorized);
        refuse(abi.encodeCall(ICourt.trustArbitrable, (stranger, true)), unauthorized);
    }

    /// A dispute keeps what held when it was created, in all its rounds.
    function test_open_disputes_keep_their_parameters() public {
        uint256 id = openAndDraw();
        Parameters memory next = Parameters(2 * FEE, 2 * LOCK, 2_000, 5_000, 5_000);
        vm.expectEmit(address(court));
        emit ICourt.ParametersSet(2, next);
        court.setParameters(next);
        vm.assertEq(court.arbitrationCost(""), 6 * FEE);
        vm.assertEq(court.appealCost(id, ""), 14 * FEE);
        vote(id, votes(1, 1, 2));
        toFinal(id);
        court.settle(id, 0);
        vm.assertEq(seats.bondOf(court.juryOf(id, 0)[2]), BOND - INCOHERENT);

        uint256 other = open();
        vm.assertEq(court.disputeOf(other).version, 2);
        vm.assertEq(court.appealCost(other, ""), 21 * FEE);
    }

    function test_arbitrables_are_trusted() public {
        for (uint256 i; i < 2; ++i) {
            vm.expectEmit(address(court));
            emit ICourt.ArbitrableTrusted(stranger, i == 0);
            court.trustArbitrable(stranger, i == 0);
            vm.assertEq(court.isTrusted(stranger), i == 0);
        }
    }

    function test_treasury_is_appointed() public {
        vm.expectEmit(address(court));
        emit ICourt.TreasuryAppointed(stranger);
        court.appointTreasury(stranger);
        vm.assertEq(court.treasury(), stranger);
    }
}
