// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IERC20Errors, IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {IQualityModels, Parameter} from "../../contracts/models/IQualityModels.sol";
import {QualityModels} from "../../contracts/models/QualityModels.sol";
import {AssetTransfers} from "../../contracts/shared/AssetTransfers.sol";
import {Bounds} from "../../contracts/shared/Bounds.sol";
import {CommuneTest} from "../support/CommuneTest.sol";
import {FeeOnTransferToken} from "../support/OddTokens.sol";
import {bound, vm} from "../support/Vm.sol";

contract QualityModelsTest is CommuneTest {
    uint96 private constant BOND = 200e6;
    uint32 private constant DELAY = 26;
    address private constant STRANGER = address(0xBAD);

    uint32 private _modelId;

    function setUp() public override {
        super.setUp();
        toEpoch(3);
        _modelId = publishModel();
    }

    modifier changesNothing() {
        bytes32 before = _fingerprint();
        _;
        vm.assertEq(_fingerprint(), before);
    }

    /* PUBLISHING */

    function test_constructor_keepsItsParts() public view {
        vm.assertEq(address(models.asset()), address(asset));
        vm.assertEq(models.authority(), address(access));
        vm.assertEq(uint256(models.genesis()), GENESIS);
        vm.assertEq(uint256(models.epochLength()), EPOCH);
        vm.assertEq(models.name(), "Trusted Commerce Quality Model");
        vm.assertEq(models.symbol(), "TCQM");
        vm.assertEq(uint256(models.bondRequired()), BOND);
        vm.assertTrue(models.supportsInterface(type(IERC721).interfaceId));
        vm.assertTrue(models.supportsInterface(type(IERC165).interfaceId));
    }

    function testFuzz_publish_freezesTheFirstRevision(bytes32 digest, address author) public {
        vm.assume(digest != 0 && author != address(0) && author.code.length == 0);
        fund(author);
        uint256 before = asset.balanceOf(author);
        Parameter[] memory parameters = twoParameters();
        vm.expectEmit(address(models));
        emit IQualityModels.ModelPublished(2, author, BOND);
        vm.expectEmit(address(models));
        emit IQualityModels.RevisionPublished(2, 1, digest, parameters);
        vm.prank(author);
        vm.assertEq(uint256(models.publish(digest, parameters)), 2);

        vm.assertEq(uint256(models.modelCount()), 2);
        vm.assertEq(models.ownerOf(2), author);
        vm.assertEq(uint256(models.latestRevision(2)), 1);
        vm.assertTrue(models.isActive(2));
        vm.assertEq(models.documentOf(2, 1), digest);
        vm.assertEq(keccak256(abi.encode(models.parametersOf(2, 1))), keccak256(abi.encode(parameters)));
        _assertBond(2, BOND, 0);
        vm.assertEq(asset.balanceOf(author), before - BOND);
        vm.assertEq(asset.balanceOf(address(models)), 2 * uint256(BOND));
    }

    /// @dev A contract without a receiver hook can publish, and is not called back.
    function test_publish_byAContractCallsNothingBack() public {
        asset.drip(address(this), BOND);
        asset.approve(address(models), BOND);
        vm.assertEq(uint256(models.publish(DOCUMENT, twoParameters())), 2);
        vm.assertEq(models.ownerOf(2), address(this));
    }

    function test_publish_refusesNoDocument() public changesNothing {
        vm.prank(expert);
        vm.expectRevert(abi.encodeWithSelector(IQualityModels.NoDocument.selector));
        models.publish(0, twoParameters());
    }

    function test_publish_refusesWeightsThatDoNotSum() public changesNothing {
        Parameter[] memory parameters = twoParameters();
        parameters[0].weightBps = 5_999;
        vm.prank(expert);
        vm.expectRevert(abi.encodeWithSelector(IQualityModels.WeightsDoNotSum.selector, 9_999, 10_000));
        models.publish(DOCUMENT, parameters);
    }

    function test_publish_refusesNoSealedParameter() public changesNothing {
        Parameter[] memory parameters = twoParameters();
        parameters[1].isSealed = false;
        vm.prank(expert);
        vm.expectRevert(abi.encodeWithSelector(IQualityModels.NoSealedParameter.selector));
        models.publish(DOCUMENT, parameters);
    }

    /// @dev A fourth direction does not exist; the encoder of no honest caller makes it.
    function test_publish_refusesAnUnknownDirection() public changesNothing {
        bytes memory data = abi.encodeCall(models.publish, (DOCUMENT, twoParameters()));
        // selector, digest, offset, length, code, then the direction of the first parameter
        data[4 + 32 * 5 - 1] = 0x03;
        vm.prank(expert);
        (bool accepted, ) = address(models).call(data);
        vm.assertFalse(accepted);
        data[4 + 32 * 5 - 1] = 0x02;
        uint256 state = vm.snapshotState();
        vm.prank(expert);
        (accepted, ) = address(models).call(data);
        vm.assertTrue(accepted);
        vm.revertToState(state);
    }

    function test_publish_refusesWithoutTheBond() public changesNothing {
        vm.prank(STRANGER);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(models), 0, BOND)
        );
        models.publish(DOCUMENT, twoParameters());
    }

    function test_publish_refusesAnAssetThatTakesAFee() public {
        FeeOnTransferToken token = new FeeOnTransferToken(100);
        QualityModels others = new QualityModels(address(access), token, GENESIS, EPOCH);
        token.mint(expert, BOND);
        vm.startPrank(expert);
        token.approve(address(others), BOND);
        vm.expectRevert(abi.encodeWithSelector(AssetTransfers.ShortTransfer.selector, BOND, (BOND * 99) / 100));
        others.publish(DOCUMENT, twoParameters());
        vm.stopPrank();
        vm.assertEq(uint256(others.modelCount()), 0);
    }

    /* REVISING */

    function testFuzz_revise_freezesTheNextRevision(bytes32 digest, uint256 times) public {
        vm.assume(digest != 0);
        times = bound(times, 1, 5);
        uint256 balance = asset.balanceOf(expert);
        for (uint16 i; i < times; ++i) {
            Parameter[] memory parameters = twoParameters();
            parameters[0].tolerance += i + 1;
            vm.expectEmit(address(models));
            emit IQualityModels.RevisionPublished(_modelId, i + 2, digest, parameters);
            vm.prank(expert);
            vm.assertEq(uint256(models.revise(_modelId, digest, parameters)), i + 2);
            vm.assertEq(keccak256(abi.encode(models.parametersOf(_modelId, i + 2))), keccak256(abi.encode(parameters)));
            vm.assertEq(models.documentOf(_modelId, i + 2), digest);
        }
        vm.assertEq(uint256(models.latestRevision(_modelId)), times + 1);
        vm.assertEq(keccak256(abi.encode(models.parametersOf(_modelId, 1))), keccak256(abi.encode(twoParameters())));
        vm.assertEq(models.documentOf(_modelId, 1), DOCUMENT);
        vm.assertEq(asset.balanceOf(expert), balance);
    }

    function test_revise_mayHaveOtherParameters() public {
        Parameter[] memory parameters = new Parameter[](1);
        parameters[0] = twoParameters()[1];
        parameters[0].weightBps = 10_000;
        vm.prank(expert);
        models.revise(_modelId, DOCUMENT, parameters);
        vm.assertEq(models.parametersOf(_modelId, 2).length, 1);
        vm.assertEq(models.parametersOf(_modelId, 1).length, 2);
    }

    function testFuzz_revise_refusesOthers(address caller) public changesNothing {
        vm.assume(caller != expert);
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(IQualityModels.NotModelOwner.selector, _modelId, caller));
        models.revise(_modelId, DOCUMENT, twoParameters());
    }

    function test_revise_refusesARetiredModel() public {
        _retire();
        bytes32 before = _fingerprint();
        vm.prank(expert);
        vm.expectRevert(abi.encodeWithSelector(IQualityModels.ModelIsRetired.selector, _modelId));
        models.revise(_modelId, DOCUMENT, twoParameters());
        vm.assertEq(_fingerprint(), before);
    }

    function test_revise_refusesNoDocument() public changesNothing {
        vm.prank(expert);
        vm.expectRevert(abi.encodeWithSelector(IQualityModels.NoDocument.selector));
        models.revise(_modelId, 0, twoParameters());
    }

    function test_revise_refusesBrokenParameters() public changesNothing {
        Parameter[] memory parameters = twoParameters();
        parameters[1].tolerance = 0;
        vm.prank(expert);
        vm.expectRevert(abi.encodeWithSelector(IQualityModels.ZeroTolerance.selector, 1));
        models.revise(_modelId, DOCUMENT, parameters);
    }

    function testFuzz_revise_refusesUnknownModels(uint32 modelId) public changesNothing {
        vm.assume(modelId != _modelId);
        vm.prank(expert);
        vm.expectRevert(abi.encodeWithSelector(IQualityModels.UnknownModel.selector, modelId));
        models.revise(modelId, DOCUMENT, twoParameters());
    }

    /* RETIRING AND BONDS */

    function test_retire_endsTheModelAndStartsTheDelay() public {
        vm.expectEmit(address(models));
        emit IQualityModels.ModelRetired(_modelId, 3 + DELAY);
        _retire();
        vm.assertFalse(models.isActive(_modelId));
        _assertBond(_modelId, BOND, 3 + DELAY);
        vm.assertEq(uint256(models.latestRevision(_modelId)), 1);
        vm.assertEq(models.parametersOf(_modelId, 1).length, 2);
    }

    function test_retire_refusesTwice() public {
        _retire();
        toEpoch(5);
        bytes32 before = _fingerprint();
        vm.prank(expert);
        vm.expectRevert(abi.encodeWithSelector(IQualityModels.ModelIsRetired.selector, _modelId));
        models.retire(_modelId);
        vm.assertEq(_fingerprint(), before);
    }

    function testFuzz_retire_refusesOthers(address caller) public changesNothing {
        vm.assume(caller != expert);
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(IQualityModels.NotModelOwner.selector, _modelId, caller));
        models.retire(_modelId);
    }

    function testFuzz_retire_refusesUnknownModels(uint32 modelId) public changesNothing {
        vm.assume(modelId != _modelId);
        vm.prank(expert);
        vm.expectRevert(abi.encodeWithSelector(IQualityModels.UnknownModel.selector, modelId));
        models.retire(modelId);
    }

    function testFuzz_withdrawBond_paysOnceAfterTheDelay(uint32 waited) public {
        _retire();
        toEpoch(uint32(bound(waited, 3 + DELAY, 10_000)));
        uint256 before = asset.balanceOf(expert);
        vm.expectEmit(address(models));
        emit IQualityModels.ModelBondWithdrawn(_modelId, expert, BOND);
        vm.prank(expert);
        models.withdrawBond(_modelId);
        vm.assertEq(asset.balanceOf(expert), before + BOND);
        vm.assertEq(asset.balanceOf(address(models)), 0);
        _assertBond(_modelId, 0, 3 + DELAY);
        vm.assertFalse(models.isActive(_modelId));

        vm.prank(expert);
        models.withdrawBond(_modelId);
        vm.assertEq(asset.balanceOf(expert), before + BOND);
    }

    function test_withdrawBond_leavesOtherBondsAlone() public {
        publishModel();
        _retire();
        toEpoch(3 + DELAY);
        vm.startPrank(expert);
        models.withdrawBond(_modelId);
        models.withdrawBond(_modelId);
        vm.stopPrank();
        vm.assertEq(asset.balanceOf(address(models)), BOND);
        _assertBond(2, BOND, 0);
    }

    function testFuzz_withdrawBond_refusesWhileActive(uint32 epoch) public {
        epoch = uint32(bound(epoch, 3, 10_000));
        toEpoch(epoch);
        bytes32 before = _fingerprint();
        vm.prank(expert);
        vm.expectRevert(abi.encodeWithSelector(IQualityModels.BondLocked.selector, _modelId, 0, epoch));
        models.withdrawBond(_modelId);
        vm.assertEq(_fingerprint(), before);
    }

    function testFuzz_withdrawBond_refusesDuringTheDelay(uint256 time) public {
        _retire();
        vm.warp(bound(time, models.epochStart(3), models.epochStart(3 + DELAY) - 1));
        bytes32 before = _fingerprint();
        uint32 epoch = models.currentEpoch();
        vm.prank(expert);
        vm.expectRevert(abi.encodeWithSelector(IQualityModels.BondLocked.selector, _modelId, 3 + DELAY, epoch));
        models.withdrawBond(_modelId);
        vm.assertEq(_fingerprint(), before);
    }

    function testFuzz_withdrawBond_refusesOthers(address caller) public {
        vm.assume(caller != expert);
        _retire();
        toEpoch(3 + DELAY);
        bytes32 before = _fingerprint();
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(IQualityModels.NotModelOwner.selector, _modelId, caller));
        models.withdrawBond(_modelId);
        vm.assertEq(_fingerprint(), before);
    }

    function testFuzz_withdrawBond_refusesUnknownModels(uint32 modelId) public changesNothing {
        vm.assume(modelId != _modelId);
        vm.prank(expert);
        vm.expectRevert(abi.encodeWithSelector(IQualityModels.UnknownModel.selector, modelId));
        models.withdrawBond(modelId);
    }

    /* OWNERSHIP */

    function test_transfer_movesRightsAndBond() public {
        vm.prank(expert);
        models.transferFrom(expert, STRANGER, _modelId);
        vm.prank(expert);
        vm.expectRevert(abi.encodeWithSelector(IQualityModels.NotModelOwner.selector, _modelId, expert));
        models.retire(_modelId);
        vm.startPrank(STRANGER);
        models.revise(_modelId, DOCUMENT, twoParameters());
        models.retire(_modelId);
        toEpoch(3 + DELAY);
        models.withdrawBond(_modelId);
        vm.stopPrank();
        vm.assertEq(asset.balanceOf(STRANGER), BOND);
    }

    /// @dev An approved account may move the token but has none of the owner's rights.
    function test_approved_isNotTheOwner() public {
        vm.prank(expert);
        models.approve(STRANGER, _modelId);
        vm.prank(STRANGER);
        vm.expectRevert(abi.encodeWithSelector(IQualityModels.NotModelOwner.selector, _modelId, STRANGER));
        models.retire(_modelId);
    }

    /* GOVERNANCE */

    function testFuzz_setBondRequired_countsForModelsFromNowOn(uint96 bond) public {
        bond = uint96(bound(bond, 1e6, 100_000e6));
        vm.expectEmit(address(models));
        emit IQualityModels.ModelBondSet(BOND, bond);
        models.setBondRequired(bond);
        vm.assertEq(uint256(models.bondRequired()), bond);
        _assertBond(_modelId, BOND, 0);
        vm.assertEq(uint256(publishModel()), 2);
        _assertBond(2, bond, 0);
        vm.assertEq(asset.balanceOf(address(models)), uint256(BOND) + bond);
    }

    function testFuzz_setBondRequired_staysInsideItsBounds(uint96 bond) public changesNothing {
        vm.assume(bond < 1e6 || bond > 100_000e6);
        vm.expectRevert(
            abi.encodeWithSelector(Bounds.ParameterOutOfBounds.selector, bytes32("modelBond"), bond, 1e6, 100_000e6)
        );
        models.setBondRequired(bond);
    }

    function testFuzz_setBondRequired_isRestricted(address caller) public changesNothing {
        vm.assume(caller != address(this) && caller != address(access));
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, caller));
        models.setBondRequired(300e6);
    }

    /* VIEWS */

    function testFuzz_views_refuseUnknownModels(uint32 modelId) public {
        vm.assume(modelId != _modelId);
        bytes memory expected = abi.encodeWithSelector(IQualityModels.UnknownModel.selector, modelId);
        vm.expectRevert(expected);
        models.latestRevision(modelId);
        vm.expectRevert(expected);
        models.isActive(modelId);
        vm.expectRevert(expected);
        models.bondOf(modelId);
        vm.expectRevert(expected);
        models.parametersOf(modelId, 1);
        vm.expectRevert(expected);
        models.documentOf(modelId, 1);
    }

    function testFuzz_views_refuseUnknownRevisions(uint16 revision) public {
        vm.assume(revision != 1);
        bytes memory expected = abi.encodeWithSelector(IQualityModels.UnknownRevision.selector, _modelId, revision, 1);
        vm.expectRevert(expected);
        models.parametersOf(_modelId, revision);
        vm.expectRevert(expected);
        models.documentOf(_modelId, revision);
    }

    function test_tokenURI_isTheNewestDocument() public {
        vm.prank(expert);
        models.revise(_modelId, 0x00112233445566778899aabbccddeeff0123456789abcdef0123456789abcdef, twoParameters());
        vm.assertEq(
            models.tokenURI(_modelId),
            "ipfs://f0155122000112233445566778899aabbccddeeff0123456789abcdef0123456789abcdef"
        );
    }

    function testFuzz_tokenURI_refusesUnknownTokens(uint256 tokenId) public {
        vm.assume(tokenId != _modelId);
        vm.expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, tokenId));
        models.tokenURI(tokenId);
    }

    /* HELPERS */

    function _retire() private {
        vm.prank(expert);
        models.retire(_modelId);
    }

    function _assertBond(uint32 modelId, uint256 bond, uint256 freeFrom) private view {
        (uint96 held, uint32 free) = models.bondOf(modelId);
        vm.assertEq(uint256(held), bond);
        vm.assertEq(uint256(free), freeFrom);
    }

    function _fingerprint() private view returns (bytes32 print) {
        print = keccak256(
            abi.encode(
                models.modelCount(),
                models.bondRequired(),
                asset.balanceOf(address(models)),
                asset.balanceOf(expert)
            )
        );
        for (uint32 id = 1; id <= models.modelCount(); ++id) {
            (uint96 bond, uint32 freeFrom) = models.bondOf(id);
            uint16 latest = models.latestRevision(id);
            print = keccak256(
                abi.encode(
                    print,
                    bond,
                    freeFrom,
                    latest,
                    models.ownerOf(id),
                    models.parametersOf(id, latest),
                    models.documentOf(id, latest)
                )
            );
        }
    }
}
