// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {CommuneGovernor} from "../../contracts/governance/CommuneGovernor.sol";
import {CommuneTimelock} from "../../contracts/governance/CommuneTimelock.sol";
import {GenesisGuardian} from "../../contracts/governance/GenesisGuardian.sol";
import {Classification, DecisionClass, Settings, Timing} from "../../contracts/governance/ICommuneGovernor.sol";
import {IPlatforms} from "../../contracts/platforms/IPlatforms.sol";
import {IElections} from "../../contracts/validators/IElections.sol";
import {IValidators} from "../../contracts/validators/IValidators.sol";
import {CommuneTest} from "./CommuneTest.sol";
import {Refusals} from "./Refusals.sol";
import {vm} from "./Vm.sol";

/// @notice Knows who holds a seat, where a whole election would take pages.
contract ChairsDouble {
    uint32 public currentTerm = 7;
    mapping(address account => uint16 candidateId) public candidateIdOf;
    mapping(uint32 term => mapping(uint16 candidateId => bool sitting)) public sits;

    function seat(uint32 term, address account, uint16 candidateId) external {
        candidateIdOf[account] = candidateId;
        sits[term][candidateId] = true;
    }

    function setTerm(uint32 term) external {
        currentTerm = term;
    }
}

/// @notice What a proposal consists of.
struct Motion {
    address[] targets;
    uint256[] values;
    bytes[] calldatas;
    string description;
}

/// @notice The commune governs itself: the timelock owns everything, ten members with a percent of the power each vote, somebody
/// with ninety percent is silent, and one member holds a seat.
abstract contract GovernanceTest is CommuneTest, Refusals {
    uint64 internal constant EMERGENCY_ROLE = 1;
    uint64 internal constant GENESIS_ROLE = 2;
    uint32 internal constant TIMELOCK_DELAY = 2 days;
    uint32 internal constant OFFICE = 180 days;
    uint32 internal constant EXTENSION = 2 days;
    uint256 internal constant MEMBERS = 10;
    uint256 internal constant MEMBER_POWER = 1_000e6;
    uint256 internal constant SILENT_POWER = 90_000e6;
    uint256 internal constant LEAST_TURNOUT = 10e6;
    uint8 internal constant AGAINST = 0;
    uint8 internal constant FOR = 1;
    uint8 internal constant ABSTAIN = 2;

    address internal silent = address(0x511E);
    address internal guardianAccount = address(0x6A);
    address internal stranger = address(0x5714);

    CommuneTimelock internal timelock;
    CommuneGovernor internal governor;
    GenesisGuardian internal guardian;
    ChairsDouble internal chairs;

    /// @dev Ends at the beginning of epoch 1, in which all that was earned in epoch 0 counts.
    function setUp() public virtual override {
        super.setUp();
        chairs = new ChairsDouble();
        timelock = new CommuneTimelock(TIMELOCK_DELAY, 1 days, address(this));
        governor = deployGovernor(settings());
        guardian = new GenesisGuardian(platforms, guardianAccount, OFFICE);
        power.appointMinter(address(this), true);
        for (uint256 i; i < MEMBERS; ++i) earn(member(i), MEMBER_POWER);
        earn(silent, SILENT_POWER);
        chairs.seat(7, member(0), 1);
        handOver();
        // A second in, so that power of the second before counts.
        vm.warp(power.epochStart(1) + 1);
    }

    /* DEPLOYMENT */

    function settings() internal pure returns (Settings memory) {
        Timing[3] memory timings = [Timing(1 days, 7 days), Timing(1 days, 5 days), Timing(1 hours, 2 days)];
        return Settings({timings: timings, thresholdBps: 50, turnoutFloorBps: 400, lateFlipExtension: EXTENSION});
    }

    function classes() internal view returns (Classification[] memory list) {
        list = new Classification[](3);
        list[0] = Classification(address(platforms), IPlatforms.suspend.selector, DecisionClass.Emergency);
        list[1] = Classification(address(platforms), IPlatforms.resume.selector, DecisionClass.Parameter);
        list[2] = Classification(address(platforms), IPlatforms.setMinBond.selector, DecisionClass.Parameter);
    }

    function deployGovernor(Settings memory given) internal returns (CommuneGovernor) {
        return
            new CommuneGovernor(
                power,
                timelock,
                address(access),
                IElections(address(chairs)),
                IValidators(address(chairs)),
                LEAST_TURNOUT,
                given,
                classes()
            );
    }

    /// @dev Roles as a deployment gives them; the test keeps none but that of awarding power.
    function handOver() private {
        timelock.grantRole(timelock.PROPOSER_ROLE(), address(governor));
        timelock.grantRole(timelock.CANCELLER_ROLE(), address(governor));
        timelock.grantRole(timelock.EXECUTOR_ROLE(), address(governor));
        timelock.renounceRole(timelock.DEFAULT_ADMIN_ROLE(), address(this));
        assignRole(EMERGENCY_ROLE, IPlatforms.suspend.selector);
        assignRole(GENESIS_ROLE, IPlatforms.admit.selector);
        access.grantRole(EMERGENCY_ROLE, address(governor), 0);
        access.grantRole(access.ADMIN_ROLE(), address(timelock), 0);
        access.renounceRole(access.ADMIN_ROLE(), address(this));
    }

    function assignRole(uint64 role, bytes4 selector) private {
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = selector;
        access.setTargetFunctionRole(address(platforms), selectors, role);
        access.grantRole(role, address(timelock), 0);
        access.grantRole(role, address(guardian), 0);
    }

    /* ACTORS */

    function member(uint256 i) internal pure returns (address) {
        return address(uint160(0xCC0000 + i));
    }

    function earn(address account, uint256 amount) internal {
        uint32 id = power.idOf(account);
        if (id == 0) {
            vm.prank(account);
            id = power.register(0);
        }
        if (amount > 0) power.mint(id, amount);
    }

    /* MOTIONS */

    function motion(address target, bytes memory data) internal pure returns (Motion memory m) {
        return motion(target, 0, data);
    }

    function motion(address target, uint256 value, bytes memory data) internal pure returns (Motion memory m) {
        m.description = "Motion";
        (m.targets, m.values, m.calldatas) = (new address[](1), new uint256[](1), new bytes[](1));
        (m.targets[0], m.values[0], m.calldatas[0]) = (target, value, data);
    }

    function and(Motion memory m, address target, bytes memory data) internal pure returns (Motion memory more) {
        uint256 n = m.targets.length;
        more.description = m.description;
        (more.targets, more.values, more.calldatas) = (new address[](n + 1), new uint256[](n + 1), new bytes[](n + 1));
        for (uint256 i; i < n; ++i) {
            (more.targets[i], more.values[i], more.calldatas[i]) = (m.targets[i], m.values[i], m.calldatas[i]);
        }
        (more.targets[n], more.calldatas[n]) = (target, data);
    }

    function suspension() internal view returns (Motion memory) {
        return motion(address(platforms), abi.encodeCall(platforms.suspend, (platformId)));
    }

    /// @dev A decision about a parameter.
    function bondMotion(uint72 amount) internal view returns (Motion memory) {
        return motion(address(platforms), abi.encodeCall(platforms.setMinBond, (amount)));
    }

    /// @dev A constitutional decision.
    function minterMotion(address minter) internal view returns (Motion memory) {
        return motion(address(power), abi.encodeCall(power.appointMinter, (minter, true)));
    }

    function idOf(Motion memory m) internal view returns (uint256) {
        return governor.getProposalId(m.targets, m.values, m.calldatas, keccak256(bytes(m.description)));
    }

    /* STEPS */

    /// @dev By the member who sits, who has power as well.
    function propose(Motion memory m) internal returns (uint256 id) {
        return proposeAs(member(0), m);
    }

    function proposeAs(address proposer, Motion memory m) internal returns (uint256 id) {
        vm.prank(proposer);
        return governor.propose(m.targets, m.values, m.calldatas, m.description);
    }

    function toVote(uint256 id) internal {
        vm.warp(governor.proposalSnapshot(id) + 1);
    }

    function toEnd(uint256 id) internal {
        vm.warp(governor.proposalDeadline(id) + 1);
    }

    function vote(uint256 id, address account, uint8 support) internal {
        vm.prank(account);
        governor.castVote(id, support);
    }

    /// @dev Members vote in their order: first for, then against, then abstaining.
    function voteAll(uint256 id, uint256 inFavour, uint256 against, uint256 abstaining) internal {
        for (uint256 i; i < inFavour + against + abstaining; ++i) {
            vote(
                id,
                member(i),
                i < inFavour
                    ? FOR
                    : i < inFavour + against
                        ? AGAINST
                        : ABSTAIN
            );
        }
    }

    /// @dev Proposes and votes to the end.
    function decide(Motion memory m, uint256 inFavour, uint256 against) internal returns (uint256 id) {
        id = propose(m);
        toVote(id);
        voteAll(id, inFavour, against, 0);
        toEnd(id);
    }

    function queue(Motion memory m) internal {
        governor.queue(m.targets, m.values, m.calldatas, keccak256(bytes(m.description)));
    }

    function execute(Motion memory m) internal {
        governor.execute(m.targets, m.values, m.calldatas, keccak256(bytes(m.description)));
    }

    /// @dev All ten agree, and it is done.
    function enact(Motion memory m) internal returns (uint256 id) {
        id = decide(m, 10, 0);
        if (governor.proposalNeedsQueuing(id)) {
            queue(m);
            vm.warp(block.timestamp + TIMELOCK_DELAY);
        }
        execute(m);
    }

    /* STATE */

    function assertState(uint256 id, IGovernor.ProposalState expected) internal view {
        vm.assertEq(uint256(governor.state(id)), uint256(expected));
    }

    function assertClass(DecisionClass given, DecisionClass expected) internal pure {
        vm.assertEq(uint256(given), uint256(expected));
    }

    function isSuspended() internal view returns (bool) {
        return platforms.platformOf(platformId).suspended;
    }

    function refuse(address caller, bytes memory data, bytes memory expected) internal {
        assertRefused(caller, address(governor), data, expected);
    }

    function fingerprint() internal view virtual override returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    governor.timingOf(DecisionClass.Constitutional),
                    governor.timingOf(DecisionClass.Parameter),
                    governor.timingOf(DecisionClass.Emergency),
                    governor.thresholdBps(),
                    governor.quorumNumerator(),
                    governor.lateFlipExtension(),
                    governor.timelock(),
                    governor.elections(),
                    platforms.minBond(),
                    platforms.platformCount(),
                    isSuspended(),
                    guardian.resigned()
                )
            );
    }

    function unexpected(uint256 id, uint256 allowed) internal view returns (bytes memory) {
        return
            abi.encodeWithSelector(IGovernor.GovernorUnexpectedProposalState.selector, id, governor.state(id), allowed);
    }

    function bit(IGovernor.ProposalState one) internal pure returns (uint256) {
        return 1 << uint256(one);
    }
}
